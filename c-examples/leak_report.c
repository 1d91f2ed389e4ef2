/* Four blocks of memory, four ways to leave one behind.
 *
 *     cglass c-examples/leak_report.c
 *
 * The program prints its text and ends well. Nothing on the screen says that
 * memory was lost: that is what makes leaks hard. The report after the run
 * says which blocks were never freed, who asked for them, and how they hang
 * together:
 *
 *   definite   nothing points to the block any more. No one can free it.
 *   cycle      blocks that point to each other, and nothing else does.
 *   possible   only a pointer to its middle is left.
 *   reachable  still held by a static variable; it could have been freed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct node {
    int value;
    struct node *next;
};

static char *greeting;   /* lives as long as the program */
static char *position;   /* will point into a block, not to its start */

/* A new node in front of 'rest'. */
static struct node *push(struct node *rest, int value) {
    struct node *n = malloc(sizeof *n);
    n->value = value;
    n->next = rest;
    return n;
}

static int sum(const struct node *list) {
    int total = 0;
    for (; list != NULL; list = list->next) total += list->value;
    return total;
}

int main(void) {
    /* definite: the list has three nodes, and only 'list' knows the first.
       When 'list' is set to NULL, all three are lost: the first directly, the
       other two because only the first led to them. */
    struct node *list = NULL;
    for (int i = 1; i <= 3; i++) list = push(list, i);
    printf("sum: %d\n", sum(list));
    list = NULL;

    /* cycle: each node holds the other. Both variables end with main. */
    struct node *left = push(NULL, 10);
    struct node *right = push(left, 20);
    left->next = right;

    /* reachable: a static variable still holds the block at the end. */
    greeting = malloc(6);
    strcpy(greeting, "hello");
    printf("%s\n", greeting);

    /* possible: 'position' has moved on, and nothing holds the start. */
    position = malloc(10);
    strcpy(position, "key=value");
    position = strchr(position, '=') + 1;
    printf("%s\n", position);
    return 0;
}
