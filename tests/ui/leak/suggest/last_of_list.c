//@ options: --suggest
/* The variable holds the last block, not the first. */
#include <stdlib.h>
struct node { struct node *before, *after; };
static struct node *add(struct node *last) {
    struct node *n = malloc(sizeof *n); //~ leak: cycle 64
    n->before = last;
    n->after = NULL;
    if (last) last->after = n;
    return n;
}
int main(void) {
    struct node *last = NULL;
    for (int i = 0; i < 4; i++) last = add(last);
    return 0; //~ lost: main-returned
}
