#include <stdio.h>
static double largest(void) {
    return 18446744073709551586ul;
}
int main(void) {
    double d = 18446744073709551615ul;
    float f = -1u;
    printf("%.0f %.0f %.0f %.0f\n", d, f, largest(), (double)-3);
    return 0;
}
