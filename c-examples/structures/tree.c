/* A search tree.
 *
 *     cglass --explain c-examples/structures/tree.c
 *
 * Smaller words go to the left, larger ones to the right, so the walk "left,
 * self, right" visits them in order. To free a tree the order is another one:
 * both subtrees first, the node last, for it is what leads to them. All these
 * functions call themselves, as deep as the tree is.
 *
 * Try: insert the words in alphabetical order. What does the tree look like,
 * and how deep does the stack get?
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
    const char *word;
    int count;
    struct node *left, *right;
};

static struct node *insert(struct node *tree, const char *word) {
    if (tree == NULL) {
        struct node *n = calloc(1, sizeof *n); /* no subtrees yet */
        if (n == NULL) return NULL;
        n->word = word;
        n->count = 1;
        return n;
    }
    int order = strcmp(word, tree->word);
    if (order == 0) tree->count++;
    else if (order < 0) tree->left = insert(tree->left, word);
    else tree->right = insert(tree->right, word);
    return tree;
}

static void print(const struct node *tree) {
    if (tree == NULL) return;
    print(tree->left);
    printf("%s %d\n", tree->word, tree->count);
    print(tree->right);
}

static int height(const struct node *tree) {
    if (tree == NULL) return 0;
    int left = height(tree->left), right = height(tree->right);
    return 1 + (left > right ? left : right);
}

static void tree_free(struct node *tree) {
    if (tree == NULL) return;
    tree_free(tree->left);
    tree_free(tree->right);
    free(tree);
}

int main(void) {
    const char *words[] = {"pear", "fig", "plum", "apple", "lime", "fig", "quince"};
    struct node *tree = NULL;

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) tree = insert(tree, words[i]);
    print(tree);
    printf("height %d\n", height(tree));
    tree_free(tree);
    return 0;
}
