#include <stdio.h>
#include <stdlib.h>
typedef struct node { int key; struct node *left, *right; } Node;
Node *insert(Node *root, int key)
{
    if (root == NULL) {
        Node *n = malloc(sizeof(Node));
        n->key = key;
        return n;
    }
    if (key < root->key) root->left = insert(root->left, key); //~ uninitialized-read
    else root->right = insert(root->right, key);
    return root;
}
int main(void)
{
    Node *root = NULL;
    root = insert(root, 5);
    root = insert(root, 3);
    printf("%d\n", root->key);
    return 0;
}
