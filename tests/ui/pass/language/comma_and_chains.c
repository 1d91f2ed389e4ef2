#include <stdio.h>

int main(void) {
    int a, b, c;
    a = b = c = 4;
    a += b -= c *= 2;
    printf("%d %d %d\n", a, b, c);
    int x = (a++, b++, a + b);
    printf("%d %d\n", x, (x > 0) - (x < 0));
    char *s = "abc";
    while (*s) putchar(*s++ + 1);
    putchar('\n');
    return 0;
}
