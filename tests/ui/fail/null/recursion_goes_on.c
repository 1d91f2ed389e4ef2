// The recursion has no end for an empty tree.
#include <stdio.h>
#include <stdlib.h>

struct node {
    int key;
    struct node *left, *right;
};

static int height(struct node *root) {
    int left = height(root->left), right = height(root->right); //~ null-dereference
    return 1 + (left > right ? left : right);
}

int main(void) {
    struct node leaf = {1, NULL, NULL};
    struct node root = {2, &leaf, NULL};
    printf("%d\n", height(&root));
    return 0;
}
