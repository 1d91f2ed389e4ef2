#include <stdint.h>
#include <stdio.h>

union number { float f; uint32_t bits; unsigned char bytes[4]; };

int main(void) {
    union number n;
    n.f = 1.0f;
    printf("%08x %02x %02x\n", (unsigned)n.bits, n.bytes[3], n.bytes[0]);
    n.bits += 1u << 23;
    printf("%g\n", n.f);
    union { struct { short a, b; } parts; int whole; } u = {.whole = 0x00020001};
    printf("%d %d %zu\n", u.parts.a, u.parts.b, sizeof u);
    return 0;
}
