#include <stdlib.h>
int main(void) {
    int *p = malloc(8);
    free(p);
    int *q = p + 1; //~ dangling-pointer
    (void)q;
    return 0;
}
