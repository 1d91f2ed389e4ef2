//@ options: --suggest
//@ exit: 3
/* Freed before the return it would be used after that: no change is verified. */
#include <stdlib.h>
int main(void) {
    int *p = malloc(sizeof *p); //~ leak: definite 4
    *p = 3;
    return *p; //~ lost: main-returned
}
