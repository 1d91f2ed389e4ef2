#include <stdlib.h>
int main(void) {
    int *p = malloc(10 * sizeof *p); //~ leak: definite 40
    p[0] = 1;
    return 0; //~ lost: main-returned
}
