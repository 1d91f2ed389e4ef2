/* Only just not in flight: the value was dropped before exit. */
#include <stdlib.h>
static char *make(void) {
    char *p = malloc(10); //~ leak: definite 10
    return p;
}
static int two(int a, int b) { return a + b; }
static int stop(void) { exit(0); }
int main(void) {
    int known = make() != NULL; //~ lost: result-ignored
    return two(stop(), known);
}
