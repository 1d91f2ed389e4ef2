#include <stdlib.h>
int main(void) {
    char *p = malloc(4);
    char *q = p + 6; //~ out-of-bounds-pointer
    q -= 6;
    *q = 1;
    free(p);
    return 0;
}
