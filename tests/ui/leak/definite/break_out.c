#include <stdlib.h>
int main(void) {
    while (1) {
        char *p = malloc(3); //~ leak: definite 3
        p[0] = 1;
        if (p[0]) break; //~ lost: break
        free(p);
    }
    return 0;
}
