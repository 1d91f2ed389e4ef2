#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    struct drand48_data state;
    double x;
    drand48_r(&state, &x); //~ uninitialized-read
    printf("%d\n", x < 1);
    return 0;
}
