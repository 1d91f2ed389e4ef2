#include <stdio.h>
#include <stdlib.h>
typedef struct node { int v; struct node *prev, *next; } Node;
typedef struct { Node *head, *tail; } List;
void add(List *l, int v)
{
    Node *n = malloc(sizeof *n); //~ leak: cycle 72
    n->v = v;
    n->next = NULL;
    n->prev = l->tail;
    if (l->tail) l->tail->next = n; else l->head = n;
    l->tail = n;
}
int main(void)
{
    List l = {NULL, NULL};
    add(&l, 1);
    add(&l, 2);
    add(&l, 3);
    printf("%d\n", l.head->v);
    return 0;
}
