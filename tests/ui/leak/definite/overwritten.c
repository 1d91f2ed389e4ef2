#include <stdlib.h>
int main(void) {
    char *p = malloc(16); //~ leak: definite 16
    p = malloc(8); //~ lost: overwritten
    free(p);
    return 0;
}
