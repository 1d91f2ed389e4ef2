#include <stdio.h>

int main(void)
{
    int a[3][4];
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 4; i++)
            a[i][j] = 0; //~ out-of-bounds
    printf("%d\n", a[0][0]);
    return 0;
}
