#include <math.h>
double root = sqrt(-1.0); //~ not-constant
int main(void)
{
    return 0;
}
