#include <stdio.h>

int main(void)
{
    printf("%f\n", 5); //~ format-mismatch
    return 0;
}
