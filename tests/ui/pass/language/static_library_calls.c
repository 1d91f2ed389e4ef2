// Not constant expressions of C, but gcc computes them beforehand.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double pi = 4 * atan(1);
static const double other = acos(-1.0);
static float root = sqrtf(2);
static size_t letters = strlen("hello") + 1;

int main(void)
{
    static int three = abs(-3);
    printf("%.15g %.15g %.6g %zu %d\n", pi, other, root, letters, three);
    return 0;
}
