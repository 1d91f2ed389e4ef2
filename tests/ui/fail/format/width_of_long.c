#include <stdio.h>

int main(void)
{
    printf("%*d\n", 3L, 1); //~ format-mismatch
    return 0;
}
