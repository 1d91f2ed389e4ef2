#include <stdlib.h>
static char *a, *b;
static void clean(void) { free(a); }
int main(void) {
    atexit(clean);
    a = malloc(1);
    b = malloc(2); //~ leak: reachable 2
    *a = *b = 0;
    return 0;
}
