#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int least = INT_MIN;
    div_t parts = div(least, -1); //~ signed-overflow
    printf("%d\n", parts.quot);
    return 0;
}
