#include <stdio.h>

int main(void) {
    char c = 'a';
    signed char n = -1;
    unsigned char u = 255;
    short s = -300;
    printf("%zu %zu %zu %zu\n", sizeof c, sizeof(c + c), sizeof(s + 1L), sizeof('a'));
    printf("%d %d %d\n", n == u, n + u, (char)u == n);
    printf("%d %d\n", (unsigned char)s, s >> 4);
    long l = 1L << 40;
    printf("%d %ld\n", (int)l, l / 3);
    float f = 1 / 3, g = 1 / 3.0f; //~ integer-division
    printf("%g %.4f %zu %zu\n", f, g, sizeof(f * 1), sizeof(f * 1.0));
    return 0;
}
