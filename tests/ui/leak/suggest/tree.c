//@ options: --suggest
#include <stdlib.h>
#include <string.h>
struct tree { char *word; struct tree *left, *right; };
static struct tree *insert(struct tree *tree, const char *word) {
    if (tree == NULL) {
        tree = calloc(1, sizeof *tree); //~ leak: definite 24 +55
        tree->word = malloc(strlen(word) + 1);
        strcpy(tree->word, word);
    } else if (strcmp(word, tree->word) < 0) {
        tree->left = insert(tree->left, word);
    } else {
        tree->right = insert(tree->right, word);
    }
    return tree;
}
int main(void) {
    struct tree *root = NULL;
    root = insert(root, "b");
    root = insert(root, "a");
    root = insert(root, "cc");
    return 0; //~ lost: main-returned
}
