#include <stdio.h>

int main(void) {
    int a = 17, b = -5;
    printf("%d %d %d %d %d\n", a + b, a - b, a * b, a / b, a % b);
    printf("%d %d %d %d %d\n", a & b, a | b, a ^ b, ~a, !a);
    printf("%d %d %d %d\n", a << 3, a >> 2, b >> 1, -b);
    printf("%d %d %d %d %d %d\n", a < b, a > b, a <= 17, a >= 18, a == b, a != b);
    int c = a;
    c += 3; printf("%d ", c);
    c -= 1; printf("%d ", c);
    c *= 2; printf("%d ", c);
    c /= 3; printf("%d ", c);
    c %= 7; printf("%d ", c);
    c <<= 4; printf("%d ", c);
    c >>= 1; printf("%d ", c);
    c |= 9; printf("%d ", c);
    c &= 12; printf("%d ", c);
    c ^= 255; printf("%d\n", c);
    printf("%d ", c++); printf("%d ", c--); printf("%d ", ++c); printf("%d\n", --c);
    printf("%d %d\n", (a, b), a ? b ? 1 : 2 : 3);
    return 0;
}
