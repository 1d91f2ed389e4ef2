#include <stdlib.h>
int main(void) {
    char *p = malloc(4);
    free(p);
    p = realloc(p, 8); //~ double-free
    return p != 0;
}
