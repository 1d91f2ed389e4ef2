#include <stdio.h>
int main(void)
{
    int m[2][2] = {{1, 2}, {3, 4}}, i, j;
    for (i = 0; i < 1; i++) for (j = 0; j < 1; j++); //~ empty-body
        printf("%d\n", m[i][j]);
    for (i = 0; i < 1; i++)
        for (j = 0; j < 1; j++);
    printf("%d\n", m[i][j]);
    return 0;
}
