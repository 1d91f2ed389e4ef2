#include <stdlib.h>
#include <string.h>
struct box { char *data; int n; };
int main(void) {
    struct box b = {malloc(9), 9}; //~ leak: definite 9
    memset(&b, 0, sizeof b); //~ lost: overwritten
    return b.n;
}
