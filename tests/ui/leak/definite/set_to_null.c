#include <stddef.h>
#include <stdlib.h>
int main(void) {
    char *p = malloc(5); //~ leak: definite 5
    p[0] = 'a';
    p = NULL; //~ lost: overwritten
    return p != NULL;
}
