//@ options: --heap-size 65536
#include <stdlib.h>
int main(void) {
    char *p = malloc(100); //~ leak: definite 100
    p[0] = 1;
    p = realloc(p, 1000000); //~ lost: realloc-failed
    free(p);
    return 0;
}
