#include <stdio.h>
#include <stdlib.h>

typedef struct tree { int key; struct tree *left, *right; } tree;

static tree *insert(tree *t, int key) {
    if (t == NULL) {
        t = calloc(1, sizeof *t);
        t->key = key;
    } else if (key < t->key) t->left = insert(t->left, key);
    else if (key > t->key) t->right = insert(t->right, key);
    return t;
}

static int height(const tree *t) {
    if (!t) return 0;
    int l = height(t->left), r = height(t->right);
    return 1 + (l > r ? l : r);
}

static void drop(tree *t) {
    if (!t) return;
    drop(t->left);
    drop(t->right);
    free(t);
}

int main(void) {
    tree *root = NULL;
    unsigned x = 1;
    for (int i = 0; i < 200; i++) {
        x = x * 1664525u + 1013904223u;
        root = insert(root, (int)(x >> 16) % 500);
    }
    printf("%d\n", height(root));
    drop(root);
    return 0;
}
