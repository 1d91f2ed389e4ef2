/* Freeing a list from the front, one step too late.
 *
 *     cglass c-examples/structures/list_freed_wrongly.c
 *
 * The loop frees the node and then asks the freed node where the next one is.
 * On many machines the old bytes are still there, and it "works". With another
 * allocator the first bytes are overwritten at once, and it crashes.
 *
 * Mend it: read n->next into a variable before free(n).
 */
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static struct node *push(struct node *rest, int value) {
    struct node *n = malloc(sizeof *n);
    n->value = value;
    n->next = rest;
    return n;
}

static void list_free(struct node *list) {
    for (struct node *n = list; n != NULL; n = n->next) {
        free(n);
    }
}

int main(void) {
    struct node *list = NULL;
    for (int i = 1; i <= 3; i++) list = push(list, i);
    printf("the first value: %d\n", list->value);
    list_free(list);
    return 0;
}
