#include <stdlib.h>

int main(void) {
    int *a = malloc(4 * sizeof *a);
    if (a == NULL)
        return 1;
    realloc(a, 100 * sizeof *a); //~ leak: definite 400
    return 0;
}
