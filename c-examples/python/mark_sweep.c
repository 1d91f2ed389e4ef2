/* Mark and sweep: how PyPy, Java and .NET find what is not needed.
 *
 *     cglass c-examples/python/mark_sweep.c
 *
 * No counters. When memory is short, the collector starts at the roots (the
 * variables) and marks everything that can be reached. Then it sweeps through
 * all objects and frees those without a mark. Cycles need no special care:
 * what cannot be reached is not marked, whoever points to it. The price: the
 * program has to wait, and an object dies some time after its last use.
 *
 * (PyPy and the others also move objects, so that no holes are left: see
 * fragmentation/compacting.c.)
 */
#include <stdio.h>
#include <stdlib.h>

struct object {
    const char *name;
    int marked;
    struct object *left, *right; /* what it refers to */
    struct object *next;         /* all objects there are */
};

static struct object *all;

static struct object *new_object(const char *name, struct object *left, struct object *right) {
    struct object *o = malloc(sizeof *o);
    if (o == NULL) exit(1);
    *o = (struct object){name, 0, left, right, all};
    return all = o;
}

static void mark(struct object *o) {
    if (o == NULL || o->marked) return; /* marked already: the end of a cycle */
    o->marked = 1;
    mark(o->left);
    mark(o->right);
}

static void sweep(void) {
    struct object **link = &all;
    while (*link != NULL) {
        struct object *o = *link;
        if (o->marked) {
            o->marked = 0; /* for the next time */
            link = &o->next;
        } else {
            printf("  %s is freed\n", o->name);
            *link = o->next;
            free(o);
        }
    }
}

static void collect(struct object *roots[], int count) {
    for (int i = 0; i < count; i++) mark(roots[i]);
    sweep();
}

int main(void) {
    struct object *roots[2]; /* the variables of the program */

    struct object *leaf = new_object("leaf", NULL, NULL);
    roots[0] = new_object("tree", leaf, new_object("twig", NULL, NULL));
    roots[1] = new_object("ring", leaf, NULL);
    roots[1]->right = new_object("ring's other half", roots[1], NULL);

    printf("all five are reached\n");
    collect(roots, 2);
    printf("ring = None\n");
    roots[1] = NULL;
    collect(roots, 2);
    printf("tree = None\n");
    roots[0] = NULL;
    collect(roots, 2);
    return 0;
}
