/* Each link is the exclusive or of its neighbours' addresses. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct node { int value; uintptr_t link; };

static uintptr_t bits(struct node *n) { return (uintptr_t)n; }

int main(void) {
    struct node *first = NULL, *last = NULL;
    for (int i = 0; i < 10; i++) {
        struct node *n = malloc(sizeof *n);
        n->value = i;
        n->link = bits(last);
        if (last) last->link ^= bits(n); else first = n;
        last = n;
    }
    for (int turn = 0; turn < 2; turn++) {
        struct node *before = NULL, *n = turn ? last : first;
        while (n) {
            printf("%d ", n->value);
            struct node *next = (struct node *)(n->link ^ bits(before));
            before = n;
            n = next;
        }
        putchar('\n');
    }
    struct node *before = NULL, *n = first;
    while (n) {
        struct node *next = (struct node *)(n->link ^ bits(before));
        if (before) free(before);
        before = n;
        n = next;
    }
    free(before);
    return 0;
}
