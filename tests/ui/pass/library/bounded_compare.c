/* Only the bytes that decide count, however many are allowed. */
#include <stdio.h>
#include <string.h>

int main(void) {
    char a[3] = {'a', 'b', 'c'}, b[8];
    b[0] = 'a';
    b[1] = 'x';
    printf("%d %d\n", strncmp(a, "abd", 2), memcmp(a, b, 2) < 0);
    printf("%d\n", strncmp(a, b, 8) < 0);
    return 0;
}
