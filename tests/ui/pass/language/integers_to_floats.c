// Constants become floating as the same values do at run time: unsigned ones
// stay positive, and float is rounded once, not by way of double.
#include <stdio.h>

double returned(void) { return 18446744073709551586ul; }
double variable(unsigned long u) { return u; }
float single(long n) { return n; }

double global = 18446744073709551586ul;
float narrow = 0x800000400000001L;

int main(void)
{
    double local = 18446744073709551586ul;
    float small = 4294967295u;
    printf("%.1f %.1f %.1f %.1f\n", global, local, returned(), variable(18446744073709551586ul));
    printf("%.1f %.1f\n", small, -1.0 + 3000000000u);
    printf("%.1f %.1f %.1f\n", narrow, (float)0x800000400000001L, single(0x800000400000001L));
    printf("%d\n", returned() == 0x1p64);
    return 0;
}
