//@ options: --suggest
/* The root was freed before its children: two leaks that are equal. */
#include <stdlib.h>
struct tree { struct tree *left, *right; };
static struct tree *grow(int depth) {
    if (depth == 0) return NULL;
    struct tree *t = malloc(sizeof *t); //~ leak: definite 32 +64
    t->left = grow(depth - 1);
    t->right = grow(depth - 1);
    return t;
}
int main(void) {
    struct tree *root = grow(3);
    free(root); //~ lost: holder-freed
    return 0;
}
