#define _GNU_SOURCE
#include <errno.h>
#include <math.h>
#include <stdio.h>

int main(void)
{
    int e, f, g, sign;
    double whole;
    float wholef;
    long double wholel;
    printf("%g %g %Lg ", frexp(40.5, &e), frexpf(-3, &f), frexpl(0.0, &g));
    printf("%d %d %d\n", e, f, g);
    printf("%g %g %Lg ", modf(-3.75, &whole), modff(2.5f, &wholef), modfl(1e10L, &wholel));
    printf("%g %g %Lg\n", whole, wholef, wholel);
    printf("%g %g %Lg\n", ldexp(1.5, 4), ldexpf(1.5f, -4), ldexpl(1, 10));
    printf("%g %g %Lg\n", scalbn(3, 2), scalbnf(3, 2), scalbnl(3, 2));
    printf("%g %g %Lg\n", scalbln(3, -2), scalblnf(3, -2), scalblnl(3, -2));
    printf("%d %d %d %d\n", ilogb(100), ilogbf(0.1f), ilogbl(1e300L), ilogb(0) == FP_ILOGB0);
    printf("%g %g %Lg\n", fma(2, 3, 4), fmaf(2, 3, -7), fmal(1e10L, 1e10L, 1));
    /* Variables, for a compiler may work out constants in its own way. */
    double many = 29;
    float few = -29;
    long double ten = 10;
    printf("%g %g %Lg ", remquo(many, 3, &e), remquof(few, 3, &f), remquol(ten, 4, &g));
    printf("%d %d %d\n", e, f, g);
    double s, c;
    float sf, cf;
    long double sl, cl;
    sincos(1.25, &s, &c);
    sincosf(0.5f, &sf, &cf);
    sincosl(2.0L, &sl, &cl);
    printf("%.14g %.14g %.6g %.6g %.14Lg %.14Lg\n", s, c, sf, cf, sl, cl);
    printf("%ld %lld %ld %lld\n", lround(2.5), llround(-2.5), lrint(2.5), llrint(3.5));
    printf("%ld %lld %ld %lld\n", lroundf(2.5f), llroundf(-2.5f), lrintf(2.5f), llrintf(3.5f));
    printf("%ld %lld %ld %lld\n", lroundl(2.5L), llroundl(-2.5L), lrintl(2.5L), llrintl(3.5L));
    printf("%g %g %Lg\n", nan(""), nanf("1"), nanl(""));
    printf("%.14g", lgamma_r(-0.5, &sign));
    printf(" %d", sign);
    printf(" %.6g", lgammaf_r(-1.5f, &sign));
    printf(" %d", sign);
    printf(" %.14Lg", lgammal_r(3.5L, &sign));
    printf(" %d\n", sign);
    printf("%.14g", lgamma(-0.5));
    printf(" %d\n", signgam);
    printf("%d %d %d %d %d %d\n", isnanf(1), isnanl(NAN), isinff(-INFINITY), isinfl(1), finitef(1), finitel(INFINITY));
    printf("%d %d %d\n", (isnan)(NAN), (isinf)(INFINITY), finite(0));
    errno = 0;
    double r = acos(2);
    printf("%d %d\n", isnan(r) != 0, errno == EDOM);
    errno = 0;
    r = tgamma(200);
    printf("%g %d\n", r, errno == ERANGE);
    errno = 0;
    r = fmod(1, 0);
    printf("%d %d\n", isnan(r) != 0, errno == EDOM);
    return 0;
}
