#include <stdlib.h>
struct tree { struct tree *left, *right; };
static struct tree *make(int depth) {
    struct tree *t = malloc(sizeof *t); //~ leak: definite 16 +96
    t->left = depth ? make(depth - 1) : NULL;
    t->right = depth ? make(depth - 1) : NULL;
    return t;
}
int main(void) {
    struct tree *t = make(2);
    t = NULL; //~ lost: overwritten
    return t != NULL;
}
