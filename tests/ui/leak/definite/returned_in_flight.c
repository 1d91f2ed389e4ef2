/* The result of make() is on its way to two() when exit is called. */
#include <stdlib.h>
static char *make(void) {
    char *p = malloc(10); //~ leak: definite 10
    return p;
}
static int stop(void) {
    exit(0); //~ lost: exit
}
static int two(int a, char *b) { return a + (b != NULL); }
int main(void) { return two(stop(), make()); }
