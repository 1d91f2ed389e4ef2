#include <stdlib.h>
static void first(void) {
    static char *last;
    last = malloc(4); //~ leak: reachable 4
}
static void second(void) {
    static char *last, *other;
    last = malloc(5); //~ leak: reachable 5
    other = malloc(6); //~ leak: reachable 6
    other[0] = 0;
}
int main(void) {
    first();
    second();
    return 0;
}
