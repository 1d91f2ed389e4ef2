/* Freed nodes are kept in a list of one's own and handed out again. */
#include <stdio.h>
#include <stdlib.h>

union cell { union cell *next; double value; };
static union cell *unused;

static union cell *take(void) {
    union cell *c = unused;
    if (c) unused = c->next;
    else c = malloc(sizeof *c);
    return c;
}

static void give(union cell *c) {
    c->next = unused;
    unused = c;
}

int main(void) {
    union cell *a = take(), *b = take();
    a->value = 1.5;
    b->value = 2.5;
    double sum = a->value + b->value;
    give(a);
    give(b);
    a = take();
    a->value = 3;
    printf("%g %g\n", sum, a->value);
    give(a);
    while (unused) {
        union cell *c = unused;
        unused = c->next;
        free(c);
    }
    return 0;
}
