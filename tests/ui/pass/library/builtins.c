#include <stdio.h>

int main(void)
{
    unsigned a = 0x00f01234;
    unsigned long b = 0x00f0123400000000;
    printf("%d %d %d\n", __builtin_popcount(a), __builtin_popcountl(b), __builtin_popcountll(b + 1));
    printf("%d %d %d\n", __builtin_parity(a), __builtin_parityl(b), __builtin_parityll(b + 1));
    printf("%d %d %d\n", __builtin_clz(a), __builtin_clzl(b), __builtin_clzll(b + 1));
    printf("%d %d %d\n", __builtin_ctz(a), __builtin_ctzl(b), __builtin_ctzll(b + 1));
    printf("%d %d %d\n", __builtin_clrsb(-5), __builtin_clrsbl(5), __builtin_clrsbll(-1));
    printf("%d %d %d\n", __builtin_ffs(0), __builtin_ffsl(b), __builtin_ffsll(1));
    printf("%x %x %lx\n", __builtin_bswap16(0x1234), __builtin_bswap32(a), __builtin_bswap64(b));
    double x = 1.5;
    printf("%g %g %g\n", __builtin_inf(), __builtin_inff(), (double)__builtin_infl());
    printf("%g %g %g\n", __builtin_huge_val(), __builtin_huge_valf(), (double)__builtin_huge_vall());
    printf("%d %d %d\n", __builtin_isnan(x) != 0, __builtin_isinf(-__builtin_inf()) != 0, __builtin_isinf_sign(-__builtin_inf()));
    printf("%d %d %d\n", __builtin_isfinite(x) != 0, __builtin_finite(x) != 0, __builtin_isnormal(x) != 0);
    printf("%d %d %d\n", __builtin_signbit(-x) != 0, __builtin_signbitf(-1.0f) != 0, __builtin_signbitl(-1.0L) != 0);
    printf("%d\n", __builtin_fpclassify(1, 2, 3, 4, 5, x));
    printf("%d %d %d\n", __builtin_isgreater(x, 1.0) != 0, __builtin_isgreaterequal(x, 1.0) != 0, __builtin_isless(x, 1.0) != 0);
    printf("%d %d %d\n", __builtin_islessequal(x, 1.0) != 0, __builtin_islessgreater(x, 1.0) != 0, __builtin_isunordered(x, 1.0) != 0);
    printf("%ld\n", __builtin_expect(a > 3, 1));
    return 0;
}
