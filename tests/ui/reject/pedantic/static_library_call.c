//@ options: --pedantic-errors
#include <math.h>
double root = sqrt(2.0); //~ not-constant
int main(void)
{
    return root < 1;
}
