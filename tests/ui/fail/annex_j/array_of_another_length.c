// 6.7.6.2p6: pointers to arrays whose lengths differ in the run
#include <stdio.h>

static int trace(int n, int matrix[n][n]) //~ invalid-array-size
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += matrix[i][i];
    return sum;
}

int main(void)
{
    int three = 3, four = 4;
    int table[2][4] = {{1}};
    int square[four][four];
    for (int i = 0; i < four; i++)
        for (int k = 0; k < four; k++)
            square[i][k] = i;
    int (*rows)[three] = table; //~ invalid-array-size
    printf("%d %d\n", rows[0][0], trace(three, square));
    return 0;
}
