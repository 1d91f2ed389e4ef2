#include <stdlib.h>
struct box { int *data; };
static void drop(struct box b) { free(b.data); } //~ double-free
int main(void) {
    struct box a = {malloc(8)}, b = a;
    drop(a);
    drop(b);
    return 0;
}
