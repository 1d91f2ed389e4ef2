#include <stdio.h>
#include <string.h>

int main(void) {
    char a[8] = "abcdefg", b[8];
    memcpy(b, a, sizeof b);
    memmove(a + 1, a, 6);
    printf("%s %s\n", a, b);
    memset(b, '-', 7);
    puts(b);
    return 0;
}
