/* The loops over rows and columns have each other's bounds. */
#include <stdio.h>

static int sum(int table[3][4])
{
    int total = 0;
    for (int i = 0; i < 4; i++)
        for (int j = 0; j < 3; j++)
            total += table[i][j]; //~ out-of-bounds
    return total;
}

int main(void)
{
    int table[3][4] = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
    printf("%d\n", sum(table));
    return 0;
}
