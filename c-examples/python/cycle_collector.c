/* The cyclic collector: how CPython frees cycles.
 *
 *     cglass c-examples/python/cycle_collector.c
 *
 * All containers stand in a list. From time to time the collector asks for each
 * of them: how many of your references come from inside this list? It takes
 * those away from a copy of the counter. Who has some left is held from
 * outside, and so is everything it leads to. The rest only holds itself: its
 * links are cut, and then ordinary counting frees it.
 *
 * a and b are a cycle without a name, c and d a cycle with one.
 */
#include <stdio.h>
#include <stdlib.h>

struct node {
    const char *name;
    int references, outside; /* outside: what is left of the count */
    struct node *friend, *next;
};

static struct node *all;

static void release(struct node *n) {
    if (n == NULL || --n->references > 0) return;
    struct node **link = &all;
    while (*link != n) link = &(*link)->next;
    *link = n->next;
    printf("  %s is freed\n", n->name);
    release(n->friend);
    free(n);
}

static void assign(struct node **place, struct node *n) {
    struct node *old = *place;
    if (n != NULL) n->references++;
    *place = n;
    release(old);
}

static struct node *new_node(const char *name) {
    struct node *n = malloc(sizeof *n);
    if (n == NULL) exit(1);
    *n = (struct node){.name = name, .next = all};
    return all = n;
}

static void collect(void) {
    for (struct node *n = all; n != NULL; n = n->next) n->outside = n->references;
    for (struct node *n = all; n != NULL; n = n->next) {
        if (n->friend != NULL) n->friend->outside--;
    }
    for (struct node *n = all; n != NULL; n = n->next) {
        if (n->outside <= 0) continue; /* held from outside: so are its friends */
        for (struct node *f = n->friend; f != NULL && f->outside <= 0; f = f->friend) f->outside = 1;
    }
    struct node *lost = NULL;
    for (struct node *n = all; n != NULL && lost == NULL; n = n->next) {
        if (n->outside <= 0) assign(&lost, n); /* held while its links are cut */
    }
    if (lost == NULL) return;
    printf("%s is lost\n", lost->name);
    assign(&lost->friend, NULL);
    assign(&lost, NULL);
    collect();
}

int main(void) {
    struct node *a = NULL, *c = NULL;
    assign(&a, new_node("a"));
    assign(&a->friend, new_node("b"));
    assign(&a->friend->friend, a);
    assign(&c, new_node("c"));
    assign(&c->friend, new_node("d"));
    assign(&c->friend->friend, c);

    assign(&a, NULL); /* nothing happens: each still has one reference */
    collect();
    printf("c and d live: %s\n", c->friend->name);
    assign(&c, NULL);
    collect();
    return 0;
}
