#include <stdlib.h>
static int fill(char *b, int fail) {
    if (fail) { free(b); return -1; }
    b[0] = 1;
    return 0;
}
int main(void) {
    char *b = malloc(16);
    if (fill(b, 1) != 0) {
        free(b); //~ double-free
        return 1;
    }
    free(b);
    return 0;
}
