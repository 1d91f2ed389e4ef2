#include <stddef.h>
struct inner { int v; };
struct outer { struct inner *in; };
static int get(struct outer *o) {
    return o->in->v; //~ null-dereference
}
int main(void) {
    struct outer o = {NULL};
    return get(&o);
}
