#include <stdlib.h>
struct box { char *data; };
int main(void) {
    struct box a = {malloc(9)}, b = {malloc(5)}; //~ leak: definite 9
    a = b; //~ lost: overwritten
    free(a.data);
    return 0;
}
