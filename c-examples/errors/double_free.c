/* One block, two owners, two calls of free.
 *
 *     cglass c-examples/errors/double_free.c
 *
 * Assigning a struct copies its members. After 'b = a' both hold the same
 * pointer, but there is still only one block. Whoever frees first is right;
 * the second free gives back what is no longer theirs. A real machine may
 * stop ("double free detected"), or not notice and break much later.
 *
 * The report shows where the block was allocated, where it was freed for the
 * first time, and by which calls.
 */
#include <stdio.h>
#include <stdlib.h>

struct numbers {
    int *data;
    int count;
};

static struct numbers make(int count) {
    struct numbers n;
    n.count = count;
    n.data = malloc(count * sizeof *n.data);
    for (int i = 0; i < count; i++) n.data[i] = i * i;
    return n;
}

static void drop(struct numbers *n) {
    free(n->data); /* n->data = NULL here would not help: b has its own copy */
}

int main(void) {
    struct numbers a = make(4);
    struct numbers b = a;

    printf("a: %d, b: %d\n", a.data[3], b.data[3]);
    drop(&a);
    drop(&b);
    return 0;
}
