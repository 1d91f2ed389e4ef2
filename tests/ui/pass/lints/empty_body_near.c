#include <stdio.h>
int main(void) {
    const char *s = "abc";
    int n = 0;
    while (*s++)
        n++;
    for (s -= 4; *s; s++);
    while (n-- > 0)
        ;
    do
        n++;
    while (n < 3);
    printf("%d\n", n);
    return 0;
}
