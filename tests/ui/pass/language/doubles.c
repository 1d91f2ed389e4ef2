#include <float.h>
#include <math.h>
#include <stdio.h>

int main(void) {
    double x = 0.1, y = 0.2;
    printf("%.17g %d %g\n", x + y, x + y == 0.3, DBL_EPSILON);
    printf("%.3f %.3f %.3f\n", sqrt(2), pow(2, 0.5), fabs(-1.5));
    printf("%g %g %g %g\n", floor(-2.5), ceil(-2.5), fmod(7, 3), hypot(3, 4));
    printf("%.6f %.6f %.6f\n", sin(1), cos(1), atan2(1, 1));
    printf("%.6f %.6f %.6f\n", exp(1), log(10), log10(1000));
    printf("%d %d\n", isnan(sqrt(-1)) != 0, isinf(INFINITY) != 0);
    return 0;
}
