/* The seed's own example calls malloc without its header. */
//@ native: no, gcc asks for the header only with a warning, and so does this
#include <stdio.h>

int main(void) {
    int *p = malloc(sizeof(int)); //~ missing-include
    *p = 20;
    printf("%d\n", *p);
    free(p); //~ missing-include
    return 0;
}
