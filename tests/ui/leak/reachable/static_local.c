#include <stdlib.h>
static char *buffer(void) {
    static char *b;
    if (!b) b = calloc(1, 64); //~ leak: reachable 64
    return b;
}
int main(void) {
    buffer()[0] = 'a';
    buffer()[1] = 'b';
    return 0;
}
