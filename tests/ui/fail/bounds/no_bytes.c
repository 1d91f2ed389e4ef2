#include <stdio.h>
#include <stdlib.h>
int main(void)
{
    int n = 4;
    int **t = malloc(n * sizeof(int *));
    for (int i = 0; i < n; i++) {
        t[i] = malloc(i * sizeof(int));
        t[i][0] = 1; //~ out-of-bounds
        for (int j = 1; j < i; j++)
            t[i][j] = t[i - 1][j - 1] + t[i - 1][j];
    }
    printf("%d\n", t[3][1]);
    for (int i = 0; i < n; i++) free(t[i]);
    free(t);
    return 0;
}
