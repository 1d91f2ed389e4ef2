#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int least = INT_MIN;
    printf("%d\n", abs(least)); //~ signed-overflow
    return 0;
}
