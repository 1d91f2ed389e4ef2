#include <stdlib.h>

int main(void) {
    int *p = malloc(sizeof *p); //~ leak: definite 4
    exit(!p);
}
