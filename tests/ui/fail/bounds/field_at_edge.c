#include <stdio.h>
#define N 4
int grid[N][N] = {{1,0,1,0},{0,1,0,1},{1,1,0,0},{0,0,1,1}};
int neighbours(int r, int c)
{
    int n = 0;
    for (int i = r - 1; i <= r + 1; i++)
        for (int j = c - 1; j <= c + 1; j++)
            if (!(i == r && j == c))
                n += grid[i][j]; //~ out-of-bounds
    return n;
}
int main(void)
{
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            printf("%d", neighbours(i, j));
    printf("\n");
    return 0;
}
