#include <stdio.h>

int main(void)
{
    int a[3] = {4, 5, 6}, i = 0;
    while (a[i] != 7 && i < 3) //~ out-of-bounds
        i++;
    printf("%d\n", i);
    return 0;
}
