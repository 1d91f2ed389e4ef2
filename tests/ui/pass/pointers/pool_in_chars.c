/* An allocator of one's own in an array of characters. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static _Alignas(max_align_t) char pool[1024];
static size_t used;

static void *take(size_t size) {
    size = (size + 15) & ~(size_t)15;
    if (used + size > sizeof pool) return NULL;
    void *p = pool + used;
    used += size;
    return p;
}

struct node { int key; struct node *left, *right; };

static struct node *insert(struct node *t, int key) {
    if (!t) {
        t = take(sizeof *t);
        t->key = key;
        t->left = t->right = NULL;
    } else if (key < t->key) t->left = insert(t->left, key);
    else t->right = insert(t->right, key);
    return t;
}

static void show(const struct node *t) {
    if (!t) return;
    show(t->left);
    printf("%d ", t->key);
    show(t->right);
}

int main(void) {
    struct node *root = NULL;
    int keys[] = {5, 2, 8, 1, 9, 3};
    for (int i = 0; i < 6; i++) root = insert(root, keys[i]);
    show(root);
    char *name = take(10);
    strcpy(name, "pool");
    double *d = take(sizeof *d);
    *d = 0.5;
    printf("\n%s %g\n", name, *d);
    return 0;
}
