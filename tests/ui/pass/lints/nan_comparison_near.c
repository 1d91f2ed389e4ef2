#include <math.h>
int main(void) {
    double x = NAN;
    return !isnan(x) || x == x;
}
