//@ exit: 3
#include <stdlib.h>
int main(void) {
    char *p = malloc(4); //~ leak: definite 4
    p[0] = 3;
    return p[0];
}
