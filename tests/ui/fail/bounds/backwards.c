#include <stdio.h>

int main(void)
{
    int a[4] = {1, 2, 3, 4}, b[4];
    int n = 4;
    for (int i = 0; i < n; i++)
        b[i] = a[n - i]; //~ out-of-bounds
    printf("%d\n", b[0]);
    return 0;
}
