#include <stdio.h>
int main(void) {
    int one = 1, n = 31;
    unsigned u = 3;
    unsigned char c = 200;
    long l = 1;
    enum { NEGATIVE = -1 << 4 };
    printf("%d %u %d %ld %d %d\n", one << n, u << n, c << 24, l << 63, 0 << n, NEGATIVE);
    return (-8 >> 1) + 4;
}
