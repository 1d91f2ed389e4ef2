#include <stdlib.h>
#include <string.h>
int main(void) {
    char *a = calloc(1, 8), b[8];
    free(a);
    memcpy(b, a, 8); //~ use-after-free
    return b[0];
}
