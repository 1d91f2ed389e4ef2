#include <stdio.h>
int main(void) {
    int x = 3, zero = 0, *p = &x;
    double d = 2.5 ?: 1;
    float f = 1.5f;
    unsigned char c = 200;
    unsigned u = -1 ?: 2u;
    printf("%g %d %g %ld %d %u %d\n", d, 0 ?: 7, f ?: 2.0, x ?: 8L, c ?: 3, u, *(p ?: (int *)0));
    int five = zero++ ?: 5;
    printf("%d %ld %d %d\n", zero ?: 'a', zero ?: -1L, five, zero);
    return (p ?: (void *)0) != p;
}
