#include <fenv.h>
#include <float.h>
#include <math.h>
#include <stdio.h>

static const char *name(int class)
{
    return class == FP_NAN ? "nan" : class == FP_INFINITE ? "infinite" : class == FP_ZERO ? "zero"
         : class == FP_SUBNORMAL ? "subnormal" : "normal";
}

int main(void)
{
    const double values[] = {0.0, -0.0, 1.5, -DBL_MIN / 2, INFINITY, -INFINITY, NAN, DBL_MAX};
    for (int i = 0; i < 8; ++i) {
        double x = values[i];
        printf("%g %s %d %d %d %d %d\n", x, name(fpclassify(x)), isfinite(x) != 0, isinf(x) != 0, isnan(x) != 0,
               isnormal(x) != 0, i == 6 ? 0 : signbit(x) != 0);
        for (int j = 0; j < 8; ++j) {
            double y = values[j];
            printf(" %d%d%d%d%d%d", isgreater(x, y), isgreaterequal(x, y), isless(x, y), islessequal(x, y),
                   islessgreater(x, y), isunordered(x, y));
        }
        printf("\n");
    }
    float f = FLT_MIN / 2;
    printf("%s %s\n", name(fpclassify(f)), name(fpclassify((double)f)));
    printf("%g %g %Lg %g %g\n", HUGE_VAL, HUGE_VALF, HUGE_VALL, INFINITY, M_PI);
    printf("%d %d\n", fegetround() == FE_TONEAREST, fesetround(FE_TONEAREST));
    return 0;
}
