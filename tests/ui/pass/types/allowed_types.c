#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
enum e { A, B };
union u { int i; float f; struct { short a[2]; } s; };
struct a { int x, y; };
struct b { int x, y; };
static float magic(float x) {
    union { float f; uint32_t i; } v = {x};
    v.i = 0x5f3759df - (v.i >> 1);
    return v.f;
}
int main(void) {
    int i = 5;
    unsigned char *bytes = (unsigned char *)&i;
    bytes[0] = 7;
    unsigned u = *(unsigned *)&i;
    enum e e = B;
    long l = 4;
    long long sum = *(int *)&e + *(long long *)&l + u;
    double d = 1.0;
    uint32_t half[2];
    memcpy(half, &d, 8);
    uint64_t bits;
    for (int k = 0; k < 8; k++) ((unsigned char *)&bits)[k] = ((unsigned char *)&d)[k];
    void *heap = malloc(16);
    if (!heap) return 1;
    *(int *)heap = 1;
    *(float *)heap = 2;
    sum += *(float *)heap == 2;
    *(double *)heap = 3;
    sum += *(double *)heap == 3;
    memset(heap, 0, 16);
    sum += *(int *)heap + *(long *)heap;
    free(heap);
    int *zero = calloc(4, sizeof *zero);
    if (!zero) return 1;
    sum += zero[3];
    free(zero);
    alignas(8) char pool[16];
    *(int *)pool = 5;
    sum += *(int *)pool;
    union u n;
    n.f = 1.5f;
    sum += n.i != 0;
    union u *p = &n;
    p->i = 9;
    sum += p->s.a[0];
    struct a a = {1, 2};
    sum += ((struct b *)&a)->y;
    int *to = &i;
    char **text = (char **)&to;
    sum += *(void **)text == (void *)&i;
    printf("%lld %u %d %.3f\n", sum, half[1], bits == 0x3ff0000000000000, magic(4));
    return 0;
}
