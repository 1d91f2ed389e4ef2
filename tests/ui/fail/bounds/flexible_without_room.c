#include <stdlib.h>
struct text { int n; char data[]; };
int main(void) {
    struct text *t = malloc(sizeof *t);
    t->n = 1;
    t->data[0] = 'x'; //~ out-of-bounds
    free(t);
    return 0;
}
