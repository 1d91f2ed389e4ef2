// What operations and functions raise (7.6), where the program asks.
#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <math.h>
#include <stdio.h>

static void show(const char *what)
{
    int raised = fetestexcept(FE_ALL_EXCEPT);
    printf("%-12s%s%s%s%s%s\n", what, raised & FE_INVALID ? " invalid" : "", raised & FE_DIVBYZERO ? " divbyzero" : "",
           raised & FE_OVERFLOW ? " overflow" : "", raised & FE_UNDERFLOW ? " underflow" : "",
           raised & FE_INEXACT ? " inexact" : "");
    feclearexcept(FE_ALL_EXCEPT);
}

int main(void)
{
    volatile double zero = 0.0, one = 1.0, three = 3.0, max = DBL_MAX, min = DBL_MIN, sum = 1.0;
    volatile float single = 16777216.0f;
    volatile long odd = (1L << 60) + 1;
    volatile double result;
    volatile int whole;
    show("start");
    result = one / zero;
    show("1/0");
    result = zero / zero;
    show("0/0");
    result = one / three;
    show("1/3");
    result = one / 4;
    show("1/4");
    result = max * 2;
    show("max*2");
    result = min / 3;
    show("min/3");
    result = min / 2;
    show("min/2");
    sum += 0x1p-60;
    show("sum");
    single = single + 1;
    show("float");
    result = odd;
    show("long");
    single = three / 2 + 0x1p-40;
    show("to float");
    whole = (int)(three / 2);
    show("to int");
    whole = sqrt(-one) < one;
    show("nan<1");
    result = sqrt(three);
    show("sqrt 3");
    result = sqrt(three + one);
    show("sqrt 4");
    result = log(zero);
    show("log 0");
    result = exp(one);
    show("exp 1");
    result = exp(zero);
    show("exp 0");
    result = fmod(one, zero);
    show("fmod");
    result = pow(three, 2);
    show("3^2");
    result = exp(1000 * one);
    show("exp 1000");
    fenv_t kept;
    feraiseexcept(FE_INVALID);
    feholdexcept(&kept);
    feraiseexcept(FE_DIVBYZERO);
    feupdateenv(&kept);
    show("updated");
    feraiseexcept(FE_INVALID);
    fegetenv(&kept);
    feclearexcept(FE_ALL_EXCEPT);
    fesetenv(&kept);
    show("set again");
    result = nextafter(max, INFINITY);
    show("nextafter");
    fexcept_t flag;
    feraiseexcept(FE_OVERFLOW);
    fegetexceptflag(&flag, FE_OVERFLOW);
    feclearexcept(FE_ALL_EXCEPT);
    fesetexceptflag(&flag, FE_OVERFLOW);
    printf("%d\n", (fetestexcept(FE_ALL_EXCEPT) & FE_OVERFLOW) != 0);
    fesetenv(FE_DFL_ENV);
    show("default");
    (void)result;
    (void)whole;
    return 0;
}
