/* An integer made of two addresses keeps neither block alive. */
#include <stdint.h>
#include <stdlib.h>
static uintptr_t mixed;
int main(void) {
    char *a = malloc(8), *b = malloc(8); //~ leak: definite 8 //~ leak: definite 8
    a[0] = b[0] = 1;
    mixed = (uintptr_t)a ^ (uintptr_t)b;
    return 0;
}
