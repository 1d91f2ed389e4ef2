// The relatives of __builtin_ that teaching and test code uses.
#include <stdio.h>
#include <string.h>

struct s { char c; struct { int a[4]; } in; };

static int unlikely(int n) { return __builtin_expect(n > 3, 0) ? 1 : 2; }
static int never(int n)
{
    switch (n) {
    case 1: return 5;
    default: __builtin_unreachable();
    }
}

int main(void)
{
    char to[8];
    double inf = __builtin_inf(), nan = __builtin_nan("");
    printf("%d %d %d\n", __builtin_popcount(0xff0f), __builtin_popcountl(-1L), __builtin_parity(7));
    printf("%d %d %d %d\n", __builtin_clz(1), __builtin_ctz(8), __builtin_clzl(1), __builtin_ffs(0));
    printf("%d %d\n", unlikely(4), never(1));
    printf("%d %d\n", __builtin_constant_p(3 + 4), __builtin_types_compatible_p(int, const int));
    printf("%zu %zu\n", __builtin_offsetof(struct s, in.a[2]), __builtin_strlen("four"));
    printf("%d %s\n", __builtin_choose_expr(1, 10, "ten"), (char *)__builtin_memcpy(to, "copied", 7));
    printf("%d %d %d\n", inf > 1e308, nan != nan, __builtin_isnan(nan));
    printf("%x %d\n", __builtin_bswap32(0x11223344), __builtin_abs(-4));
    return 0;
}
