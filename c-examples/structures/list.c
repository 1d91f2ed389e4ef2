/* A list: each node knows the next one.
 *
 *     cglass c-examples/structures/list.c
 *
 * A pointer to the pointer makes insertion one case: whether the new node
 * becomes the first or stands in the middle, there is always one pointer that
 * has to lead to it. When the list is freed, the next node must be read before
 * this one is given back.
 *
 * Try: remove the line with list_free, and read how the leak is counted: one
 * block is lost directly, the others because only it led to them.
 */
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

/* Inserts a value where it belongs; 0 if there is no memory. */
static int insert_sorted(struct node **list, int value) {
    struct node *n = malloc(sizeof *n);
    if (n == NULL) return 0;

    while (*list != NULL && (*list)->value < value) list = &(*list)->next;
    n->value = value;
    n->next = *list;
    *list = n;
    return 1;
}

static struct node *reversed(struct node *list) {
    struct node *done = NULL;
    while (list != NULL) {
        struct node *rest = list->next;
        list->next = done;
        done = list;
        list = rest;
    }
    return done;
}

static void list_free(struct node *list) {
    while (list != NULL) {
        struct node *rest = list->next;
        free(list);
        list = rest;
    }
}

static void print(const struct node *list) {
    for (; list != NULL; list = list->next) printf("%d ", list->value);
    printf("\n");
}

int main(void) {
    int values[] = {5, 2, 8, 1, 9, 2};
    struct node *list = NULL;

    for (int i = 0; i < 6; i++) insert_sorted(&list, values[i]);
    print(list);
    list = reversed(list);
    print(list);
    list_free(list);
    return 0;
}
