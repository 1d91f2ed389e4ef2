/* The block is held by a copy of the pointer's bytes until that is overwritten. */
#include <stdlib.h>
#include <string.h>
int main(void) {
    char store[8];
    {
        int *p = malloc(4); //~ leak: definite 4
        memcpy(store, &p, sizeof p);
    }
    store[3] = 0; //~ lost: overwritten
    return store[3];
}
