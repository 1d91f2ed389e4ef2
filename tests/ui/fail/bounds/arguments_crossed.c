#include <stdio.h>
#include <stdlib.h>

int **make(int rows, int cols)
{
    int **m = malloc(rows * sizeof(int *));
    for (int i = 0; i < rows; i++)
        m[i] = malloc(cols * sizeof(int));
    return m;
}

int main(void)
{
    int rows = 2, cols = 5;
    int **m = make(cols, rows);
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            m[i][j] = i * j; //~ out-of-bounds
    printf("%d\n", m[1][1]);
    for (int i = 0; i < rows; i++)
        free(m[i]);
    free(m);
    return 0;
}
