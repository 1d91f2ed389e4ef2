#include <math.h>
int main(void) {
    double x = NAN;
    return x == NAN; //~ nan-comparison
}
