/* Walking through a list with the only pointer to it.
 *
 *     cglass --leaks=full c-examples/leaks/list_head.c
 *
 * A list is held by its head alone: each node is known only to the one before
 * it. Here the loop that prints the list walks with 'head' itself. After the
 * last turn it is NULL, and the whole list is gone. The report counts one lost
 * block and the blocks that only it led to, and with --leaks=full it tells the
 * life of the first: made, linked, passed by.
 *
 * Try: walk with a variable of its own, and free the list afterwards.
 */
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static struct node *push(struct node *head, int value) {
    struct node *n = malloc(sizeof *n);
    if (n == NULL) exit(1);
    n->value = value;
    n->next = head;
    return n;
}

int main(void) {
    struct node *head = NULL;

    for (int i = 1; i <= 4; i++) head = push(head, i * i);
    while (head != NULL) {
        printf("%d\n", head->value);
        head = head->next;
    }
    return 0;
}
