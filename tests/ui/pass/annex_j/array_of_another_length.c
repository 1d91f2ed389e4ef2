#include <stdio.h>

static int trace(int n, int matrix[n][n])
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += matrix[i][i];
    return sum;
}

static int last(int rows, int columns, int matrix[rows][columns])
{
    return matrix[rows - 1][columns - 1];
}

int main(void)
{
    int four = 4;
    int table[2][4] = {{1}, {0, 0, 0, 2}};
    int flat[8] = {0};
    int square[four][four];
    for (int i = 0; i < four; i++)
        for (int k = 0; k < four; k++)
            square[i][k] = i;
    int (*rows)[four] = table;
    rows = &square[1];
    // A cast says that another view is meant.
    int (*pairs)[four / 2] = (int (*)[four / 2])flat;
    printf("%d %d %d\n", rows[0][0], pairs[3][1], trace(four, square));
    printf("%d %d\n", last(2, four, table), last(1, four, &table[1]));
    return 0;
}
