#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int rows = 2, cols = 3;
    int **m = malloc(rows * sizeof(int *));
    for (int i = 0; i < cols; i++)
        m[i] = malloc(cols * sizeof(int)); //~ out-of-bounds
    return 0;
}
