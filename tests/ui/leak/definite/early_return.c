#include <stdlib.h>
static int check(int n) {
    char *b = malloc(32); //~ leak: definite 32
    if (n < 0)
        return -1; //~ lost: return
    b[0] = 1;
    free(b);
    return 0;
}
int main(void) {
    check(1);
    check(-1);
    return 0;
}
