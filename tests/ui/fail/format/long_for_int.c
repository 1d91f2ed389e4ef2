#include <stdio.h>

int main(void)
{
    printf("%ld\n", 5); //~ format-mismatch
    return 0;
}
