// 7.22.3p1: a block of 0 bytes has none to write to
#include <stdlib.h>
int main(void) {
    char *block = malloc(0);
    if (block == NULL)
        return 1;
    *block = 'x'; //~ out-of-bounds
    free(block);
    return 0;
}
