#include <stdlib.h>

int main(void)
{
    int n = 4;
    int **rows = malloc(n * sizeof(int));
    for (int i = 0; i < n; i++)
        rows[i] = NULL; //~ out-of-bounds
    free(rows);
    return 0;
}
