// Directions of rounding (7.6.3.2) reach operators, conversions and rint.
#include <fenv.h>
#include <math.h>
#include <stdio.h>

int main(void)
{
    int directions[] = {FE_TONEAREST, FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO};
    volatile double one = 1.0, minus = -1.0, ten = 10.0, half = 2.5;
    for (int i = 0; i < 4; i++) {
        printf("%d ", fesetround(directions[i]));
        volatile float narrow = (float)(one / ten);
        volatile double tenth = one / ten, negative = minus / ten, root = sqrt(ten);
        volatile double nothing = one - one;
        printf("%d %a %a %a %a %g %g %g %ld %ld %g\n", fegetround() == directions[i], tenth, negative, narrow, root,
               rint(half), rint(-half), nearbyint(half), lrint(half), lrint(-half), copysign(1, nothing));
        tenth += tenth;
    }
    printf("%d\n", fesetround(12345) != 0);
    return 0;
}
