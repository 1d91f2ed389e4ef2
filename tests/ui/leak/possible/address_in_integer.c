#include <stdint.h>
#include <stdlib.h>
static uintptr_t hidden;
int main(void) {
    int *p = malloc(4); //~ leak: possible 4
    *p = 1;
    hidden = (uintptr_t)p;
    return 0;
}
