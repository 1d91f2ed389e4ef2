#include <stdlib.h>

int main(void)
{
    int *block = malloc(8);
    block = realloc(block + 1, 16); //~ invalid-free
    free(block);
    return 0;
}
