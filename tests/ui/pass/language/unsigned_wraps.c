#include <limits.h>
#include <stdint.h>
#include <stdio.h>

int main(void) {
    unsigned u = UINT_MAX;
    uint8_t b = 250;
    uint64_t w = 0;
    u += 2;
    b += 10;
    w--;
    printf("%u %u %llu\n", u, b, (unsigned long long)w);
    printf("%d %d\n", -1 < 1u, (unsigned char)-1 > 1);
    printf("%u %u\n", 3u - 5u, UINT_MAX / 2u);
    unsigned short s = 65535;
    printf("%d %d\n", s + 1, (unsigned short)(s + 1));
    return 0;
}
