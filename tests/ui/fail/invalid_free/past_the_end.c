#include <stdlib.h>

int main(void)
{
    char *block = malloc(8);
    free(block + 8); //~ invalid-free
    return 0;
}
