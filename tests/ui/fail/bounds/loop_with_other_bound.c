#include <stdlib.h>

int main(void)
{
    int rows = 3, cols = 4;
    int **m = malloc(rows * sizeof(int *));
    if (m == NULL)
        return 1;
    for (int i = 0; i < rows; i++)
        m[i] = NULL;
    for (int i = 0; i < cols; i++)
        free(m[i]); //~ out-of-bounds
    free(m);
    return 0;
}
