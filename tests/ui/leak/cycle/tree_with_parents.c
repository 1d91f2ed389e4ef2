/* Each block points to its parent: a tree, no doubly linked list. */
#include <stdlib.h>
struct tree { struct tree *left, *right, *parent; };
static struct tree *make(struct tree *parent) {
    struct tree *t = calloc(1, sizeof *t); //~ leak: cycle 96
    t->parent = parent;
    return t;
}
int main(void) {
    struct tree *root = make(NULL);
    root->left = make(root);
    root->right = make(root);
    root->left->left = make(root->left);
    return 0; //~ lost: main-returned
}
