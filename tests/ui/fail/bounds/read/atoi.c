#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char digits[2] = {'1', '2'};
    printf("%d\n", atoi(digits)); //~ out-of-bounds
    return 0;
}
