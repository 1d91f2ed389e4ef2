#include <stdio.h>

int main(void)
{
    float f = 0;
    sscanf("3", "%lf", &f); //~ format-mismatch
    return 0;
}
