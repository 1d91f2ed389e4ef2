#include <stdio.h>

int main(void)
{
    int a[3] = {4, 5, 6}, sum = 0;
    unsigned n = 0;
    for (unsigned i = 0; i < n - 1; i++)
        sum += a[i]; //~ out-of-bounds
    printf("%d\n", sum);
    return 0;
}
