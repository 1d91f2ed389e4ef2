#include <stdlib.h>

int main(void)
{
    int (*rows)[4] = malloc(3 * sizeof *rows);
    for (int i = 0; i <= 3; i++)
        rows[i][0] = 1; //~ out-of-bounds
    free(rows);
    return 0;
}
