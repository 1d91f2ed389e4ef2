// The list that is searched is empty: what was to fill it got a copy of the pointer.
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static void add(struct node *list, int value) {
    struct node *n = malloc(sizeof *n);
    if (!n) exit(1);
    n->value = value;
    n->next = list;
    list = n;
}

static struct node *find(struct node *list, int value) {
    for (; list; list = list->next) {
        if (list->value == value) return list;
    }
    return NULL;
}

int main(void) {
    struct node *list = NULL;
    add(list, 3);
    struct node *three = find(list, 3);
    printf("%d\n", three->value); //~ null-dereference
    return 0;
}
