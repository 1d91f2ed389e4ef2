// Arithmetic that tells whether its result fits, for integers of any type.
#include <limits.h>
#include <stdio.h>

#define SHOW(how, a, b, x, format) \
    do { \
        int overflowed = __builtin_##how##_overflow(a, b, &x); \
        printf(#how " %d " format "\n", overflowed, x); \
    } while (0)

int main(void)
{
    int i;
    unsigned u;
    long l;
    unsigned long ul;
    long long ll;
    short s;
    unsigned char uc;
    signed char sc;

    SHOW(add, INT_MAX, 1, i, "%d");
    SHOW(add, 1, 2, i, "%d");
    SHOW(sub, INT_MIN, 1, i, "%d");
    SHOW(mul, 65536, 65536, i, "%d");
    SHOW(add, -1, 0u, u, "%u");
    SHOW(sub, 0u, 1u, u, "%u");
    SHOW(sub, 0u, 1u, i, "%d");
    SHOW(add, 4000000000u, 4000000000u, ll, "%lld");
    SHOW(mul, ULONG_MAX, ULONG_MAX, ul, "%lu");
    SHOW(mul, ULONG_MAX, 1, ul, "%lu");
    SHOW(mul, -1L, ULONG_MAX, l, "%ld");
    SHOW(add, LONG_MAX, 1L, l, "%ld");
    SHOW(add, 200, 100, uc, "%d");
    SHOW(add, 100, 28, sc, "%d");
    SHOW(mul, 300, 300, s, "%d");
    SHOW(sadd, INT_MAX, 1, i, "%d");
    SHOW(usub, 1, 2, u, "%u");
    SHOW(ssubl, LONG_MIN, 1, l, "%ld");
    SHOW(uaddl, ULONG_MAX, 1, ul, "%lu");
    SHOW(smulll, LLONG_MAX, 2, ll, "%lld");
    printf("%d %d\n", __builtin_add_overflow_p(INT_MAX, 1, 0), __builtin_add_overflow_p(INT_MAX, 1, 0L));
    return 0;
}
