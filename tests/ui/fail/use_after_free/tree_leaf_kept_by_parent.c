#include <stdio.h>
#include <stdlib.h>

typedef struct tree { int key; struct tree *left, *right; } Tree;

Tree *insert(Tree *t, int key)
{
    if (t == NULL) {
        t = malloc(sizeof(Tree));
        t->key = key;
        t->left = t->right = NULL;
        return t;
    }
    if (key < t->key) t->left = insert(t->left, key);
    else t->right = insert(t->right, key);
    return t;
}

void delete_leaf(Tree *t, int key)
{
    if (t == NULL) return;
    if (key == t->key) {
        if (t->left == NULL && t->right == NULL)
            free(t);
        return;
    }
    if (key < t->key) delete_leaf(t->left, key);
    else delete_leaf(t->right, key);
}

void print(Tree *t)
{
    if (t == NULL) return;
    print(t->left); //~ use-after-free
    printf("%d ", t->key);
    print(t->right);
}

void destroy(Tree *t)
{
    if (!t) return;
    destroy(t->left);
    destroy(t->right);
    free(t);
}

int main(void)
{
    Tree *root = NULL;
    int keys[] = {5, 3, 8, 1};
    for (int i = 0; i < 4; i++) root = insert(root, keys[i]);
    delete_leaf(root, 1);
    print(root);
    printf("\n");
    destroy(root);
    return 0;
}
