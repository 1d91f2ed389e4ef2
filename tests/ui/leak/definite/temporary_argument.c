#include <stdlib.h>
static int first(const int *p) { return p[0]; }
int main(void) {
    return first(calloc(2, sizeof(int))); //~ leak: definite 8
}
