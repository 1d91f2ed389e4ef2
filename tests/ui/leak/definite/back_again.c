/* p++ and p-- lose nothing. */
#include <stdlib.h>
int main(void) {
    int *p = malloc(3 * sizeof *p), *keep; //~ leak: definite 12
    p++;
    p--;
    keep = p;
    p = 0;
    keep = 0; //~ lost: overwritten
    return p == keep ? 0 : 1;
}
