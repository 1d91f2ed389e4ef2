//@ options: --suggest
/* The program has a function for it. */
#include <stdlib.h>
typedef struct tree { struct tree *left, *right; } tree;
static tree *grow(int depth) {
    if (depth == 0) return NULL;
    tree *t = malloc(sizeof *t); //~ leak: definite 16 +96
    t->left = grow(depth - 1);
    t->right = grow(depth - 1);
    return t;
}
static void free_tree(tree *t) {
    if (t == NULL) return;
    free_tree(t->left);
    free_tree(t->right);
    free(t);
}
int main(void) {
    free_tree(grow(2));
    tree *t = grow(3);
    return t == NULL; //~ lost: main-returned
}
