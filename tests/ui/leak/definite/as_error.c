//@ options: --leaks-error
//@ exit: 70
#include <stdlib.h>
int main(void) {
    char *p = malloc(4); //~ leak: definite 4
    p[0] = 0;
    return p[0];
}
