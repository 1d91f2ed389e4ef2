#include <stdio.h>
#include <stdlib.h>

struct node { int key; struct node *left, *right; };

struct node *insert(struct node *t, int key)
{
    if (t == NULL) {
        struct node *n = malloc(sizeof *n);
        n->key = key;
        n->left = n->right = NULL;
        return n;
    }
    if (key < t->key)
        t->left = insert(t->left, key);
    else
        t->right = insert(t->right, key);
    return t;
}

int smallest(struct node *t)
{
    while (t->left != NULL) //~ null-dereference
        t = t->left;
    return t->key;
}

int main(void)
{
    struct node *tree = NULL;
    insert(tree, 5);
    insert(tree, 3);
    printf("%d\n", smallest(tree));
    return 0;
}
