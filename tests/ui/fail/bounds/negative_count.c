#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *block = malloc(10);
    if (block == NULL)
        return 1;
    int used = 11;
    memset(block, 0, 10 - used); //~ out-of-bounds
    free(block);
    return 0;
}
