#include <stdlib.h>
int main(void) {
    for (int i = 0; i < 10; i++) {
        char *p = malloc(100); //~ leak: definite 1000
        p[0] = (char)i;
    } //~ lost: scope
    return 0;
}
