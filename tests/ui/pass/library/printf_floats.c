#include <math.h>
#include <stdio.h>

int main(void) {
    double v[] = {0, 1, -1.5, 3.14159265358979, 1e10, 1e-10, 123456789.125, 0.1, 2.5, 1e300};
    for (int i = 0; i < 10; i++) {
        printf("%f %.0f %.2f %10.3f|%-12.1f|", v[i], v[i] > 1e20 ? 0.0 : v[i], v[i] > 1e20 ? 0.0 : v[i], v[i], v[i]);
        printf("%e %.3E %g %G %.10g %#g %a\n", v[i], v[i], v[i], v[i], v[i], v[i], v[i]);
    }
    printf("%f %F %e %g %5.1f|%+f\n", INFINITY, -INFINITY, INFINITY, NAN, INFINITY, 0.0);
    printf("%.20f %.15g %Lf\n", 0.1, 0.1, 1.5L);
    return 0;
}
