/* No one variable held both. */
#include <stdlib.h>
static void *make(void) { return malloc(8); } //~ leak: definite 16
int main(void) {
    void *p = make(), *q = make();
    return p == q; //~ lost: main-returned
}
