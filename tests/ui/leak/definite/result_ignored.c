#include <stdlib.h>
static int *make(void) {
    int *p = malloc(sizeof *p); //~ leak: definite 4
    *p = 1;
    return p;
}
int main(void) {
    make(); //~ lost: result-ignored
    return 0;
}
