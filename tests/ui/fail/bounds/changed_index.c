#include <stdio.h>

int main(void)
{
    int a[5] = {0};
    int n = 0;
    while (n < 7)
        a[n++] = 1; //~ out-of-bounds
    printf("%d\n", a[0]);
    return 0;
}
