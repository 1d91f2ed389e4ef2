/* Blocks that hold each other, and nobody holds them.
 *
 *     cglass c-examples/leaks/ring.c
 *
 * The children stand in a ring: each knows the next, the last knows the first.
 * When the variable of 'play' ends, all three are still pointed to, but only by
 * each other: no variable leads there any more. This is a leak of the class
 * 'cycle'. A counter of pointers, as CPython has it, would still show 1 for
 * each of them (c-examples/python/cycle.c).
 *
 * Try: free the ring at the end of 'play'. Where does the loop end?
 */
#include <stdio.h>
#include <stdlib.h>

struct child {
    int number;
    struct child *next;
};

static struct child *child_new(int number) {
    struct child *c = malloc(sizeof *c);
    if (c == NULL) exit(1);
    c->number = number;
    c->next = c;
    return c;
}

static void play(void) {
    struct child *first = child_new(1);
    struct child *last = first;

    for (int i = 2; i <= 3; i++) {
        last->next = child_new(i);
        last = last->next;
        last->next = first;
    }
    struct child *c = first;
    for (int turn = 0; turn < 7; turn++, c = c->next) printf("%d ", c->number);
    putchar('\n');
}

int main(void) {
    play();
    return 0;
}
