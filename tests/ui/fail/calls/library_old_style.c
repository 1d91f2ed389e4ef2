#include <stdio.h>

double pow();

int main(void)
{
    double x = 2;
    printf("%.1f\n", pow(x, 3.0));
    printf("%.1f\n", pow(x, 3)); //~ call-mismatch
    return 0;
}
