/* What reference counting cannot free: a cycle.
 *
 *     cglass c-examples/python/cycle.c
 *
 *     a = Node(); b = Node()
 *     a.friend = b; b.friend = a
 *     a = None; b = None
 *
 * Both names are gone, but each node still refers to the other, so no counter
 * ever reaches zero. Nobody can get at the two objects any more, and nobody
 * frees them. cglass finds them at the end and says what they are: a cycle.
 * Python has a second collector for just this: see cycle_collector.c.
 *
 * Mend it: take one reference back (a.friend = None) before the names go, or
 * make one of the two a weak reference (weak_reference.c).
 */
#include <stdio.h>
#include <stdlib.h>

struct node {
    int references;
    struct node *friend;
};

static struct node *new_node(void) {
    struct node *n = malloc(sizeof *n);
    if (n == NULL) exit(1);
    *n = (struct node){.references = 0, .friend = NULL};
    return n;
}

static void release(struct node *n) {
    if (n == NULL || --n->references > 0) return;
    release(n->friend);
    free(n);
}

static void assign(struct node **name, struct node *n) {
    struct node *old = *name;
    if (n != NULL) n->references++;
    *name = n;
    release(old);
}

int main(void) {
    struct node *a = NULL, *b = NULL;

    assign(&a, new_node());
    assign(&b, new_node());
    assign(&a->friend, b);
    assign(&b->friend, a);
    printf("references: a %d, b %d\n", a->references, b->references);

    assign(&a, NULL);
    printf("after a = None, b.friend has %d left\n", b->friend->references);
    assign(&b, NULL);
    return 0;
}
