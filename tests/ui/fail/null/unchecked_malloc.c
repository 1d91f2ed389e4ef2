//@ options: --heap-size 4096
#include <stdlib.h>
int main(void) {
    char *p = malloc(100000);
    p[0] = 'x'; //~ null-dereference
    free(p);
    return 0;
}
