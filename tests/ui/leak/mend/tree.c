#include <stdio.h>
#include <stdlib.h>
struct node { int key; struct node *left, *right; };
struct node *insert(struct node *t, int key)
{
    if (t == NULL) {
        t = malloc(sizeof *t); //~ leak: definite 24 +96
        t->key = key;
        t->left = t->right = NULL;
    } else if (key < t->key)
        t->left = insert(t->left, key);
    else
        t->right = insert(t->right, key);
    return t;
}
int main(void)
{
    struct node *root = NULL;
    int keys[] = {5, 3, 8, 1, 4};
    for (int i = 0; i < 5; i++)
        root = insert(root, keys[i]);
    printf("%d\n", root->key);
    return 0;
}
