#include <stdio.h>

int main(void)
{
    double half = 0.5;
    printf("%llf\n", half); //~ format-mismatch
    return 0;
}
