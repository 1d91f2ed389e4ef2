#include <stdlib.h>

static void make(int *a, int n) {
    a = malloc(n * sizeof *a); //~ leak: definite 40
}

int main(void) {
    int *p = NULL;
    make(p, 10);
    free(p);
    return 0;
}
