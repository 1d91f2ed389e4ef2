#include <stdlib.h>
int main(void) {
    char *a = malloc(4); //~ leak: definite 4
    char *b = a;
    b[0] = 1;
    return 0; //~ lost: main-returned
}
