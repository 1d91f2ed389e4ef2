#include <stdio.h>

int main(void)
{
    int a[3], i;
    for (i = 0; i < 3; i++); //~ empty-body
        a[i] = i; //~ out-of-bounds
    printf("%d\n", a[0]);
    return 0;
}
