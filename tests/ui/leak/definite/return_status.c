#include <stdlib.h>
int main(void) {
    int *p = malloc(sizeof *p); //~ leak: definite 4
    return p == NULL;
}
