#include <stdio.h>
#include <stdlib.h>

int **create(int rows, int cols)
{
    int **m = malloc(rows * sizeof(int *));
    for (int i = 0; i < rows; i++)
        m[i] = calloc(cols, sizeof(int));
    return m;
}

int **transposed(int **m, int rows, int cols)
{
    int **t = create(cols, rows);
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            t[j][i] = m[i][j];
    return t;
}

int sum(int **m, int rows, int cols)
{
    int total = 0;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            total += m[i][j]; //~ out-of-bounds
    return total;
}

int main(void)
{
    int **m = create(2, 3);
    int **t = transposed(m, 2, 3);
    printf("%d\n", sum(t, 2, 3));
    return 0;
}
