#include <stdio.h>

int main(void)
{
    printf("%k\n", 5); //~ format-mismatch
    return 0;
}
