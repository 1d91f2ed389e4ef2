// 6.7.3.1p4: what is changed through a restrict pointer is not reached in another way
#include <stdio.h>

static int before(const int *restrict p, int *q)
{
    *q = 1;
    return *p; //~ overlapping-copy
}

static void scale(double *v, const double *restrict factor)
{
    double by = *factor;
    v[0] = v[0] * by; //~ overlapping-copy
}

int main(void)
{
    int n = 5;
    double v[3] = {2, 3, 4};
    scale(v, v);
    printf("%d %g\n", before(&n, &n), v[0]);
    return 0;
}
