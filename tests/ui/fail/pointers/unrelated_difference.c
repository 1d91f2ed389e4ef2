#include <stdlib.h>
int main(void) {
    char *p = malloc(4), *q = malloc(4);
    long d = q - p; //~ unrelated-pointers
    free(p);
    free(q);
    return d == 0;
}
