// Functions that are called without errno elsewhere set it where the program looks (7.12.1).
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *left(void)
{
    const char *name = errno == EDOM ? "EDOM" : errno == ERANGE ? "ERANGE" : errno ? "other" : "0";
    errno = 0;
    return name;
}

int main(void)
{
    volatile double one = 1.0, zero = 0.0;
    volatile double result = sqrt(-one);
    printf("sqrt(-1) %s\n", left());
    result = log(zero);
    printf("log(0) %s\n", left());
    result = log(-one);
    printf("log(-1) %s\n", left());
    result = sin(one / zero);
    printf("sin(inf) %s\n", left());
    result = exp(1000 * one);
    printf("exp(1000) %s\n", left());
    result = exp(-1000 * one);
    printf("exp(-1000) %s\n", left());
    result = pow(-one, 0.5);
    printf("pow(-1, .5) %s\n", left());
    result = pow(zero, -one);
    printf("pow(0, -1) %s\n", left());
    double (*function)(double) = sqrt;
    result = function(-one);
    printf("by pointer %s\n", left());
    result = sqrt(4 * one) + floor(one) + atan2(one, zero);
    printf("%.3f %s\n", result, left());
    return 0;
}
