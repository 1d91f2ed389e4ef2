#include <stdlib.h>
int main(void) {
    char *a = malloc(1); //~ leak: definite 1
    char *b = malloc(2); //~ leak: definite 2
    a[0] = b[0] = 0;
    return 0;
}
