// Compound assignments with conversions, and ++ of a float, raise what they do (6.5.16.2, 7.6).
#include <fenv.h>
#include <stdio.h>

static void show(const char *what)
{
    int raised = fetestexcept(FE_ALL_EXCEPT);
    printf("%-10s%s%s%s\n", what, raised & FE_INVALID ? " invalid" : "", raised & FE_DIVBYZERO ? " divbyzero" : "",
           raised & FE_INEXACT ? " inexact" : "");
    feclearexcept(FE_ALL_EXCEPT);
}

int main(void)
{
    volatile int i = 3;
    volatile long wide = (1L << 60) + 1;
    volatile char small = 3;
    volatile float single = 1e10f, tenth = 0.1f;
    volatile double twice = 9007199254740992.0;
    struct { int part : 5; } bits = {3};
    i *= 1.5;
    show("3 * 1.5");
    i *= 1.5;
    show("4 * 1.5");
    wide += 1.0;
    show("long");
    small /= 0.7f;
    show("char");
    bits.part *= 1.5;
    show("bits");
    single++;
    show("float++");
    --single;
    show("--float");
    twice++;
    show("double++");
    twice = 1;
    twice--;
    show("exact");
    tenth += 0.1;
    printf("%.9g\n", tenth);
    show("narrowed");
    i = 1;
    i /= 0.5f;
    show("1 / 0.5");
    printf("%d %d %d\n", i, small, bits.part);
    return 0;
}
