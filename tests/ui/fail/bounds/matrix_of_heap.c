#include <stdlib.h>

int main(void)
{
    int (*cube)[3][4] = malloc(2 * sizeof *cube);
    for (int i = 0; i <= 2; i++)
        cube[i][0][0] = i; //~ out-of-bounds
    free(cube);
    return 0;
}
