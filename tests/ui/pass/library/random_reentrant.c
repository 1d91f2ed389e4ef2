// Generators whose state is the caller's.
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    struct drand48_data a, b;
    srand48_r(1, &a);
    srand48_r(-7, &b);
    for (int i = 0; i < 3; i++) {
        double x;
        long n, m;
        drand48_r(&a, &x);
        lrand48_r(&b, &n);
        mrand48_r(&b, &m);
        printf("%.6f %ld %ld\n", x, n, m);
    }
    return 0;
}
