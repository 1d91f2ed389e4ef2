#include <stdio.h>
#include <stdlib.h>

struct node { int v; struct node *next; };

struct node *push(struct node *list, int v)
{
    struct node *n = malloc(sizeof *n); //~ leak: definite 16
    n->v = v;
    n->next = list;
    return n;
}

struct node *removed(struct node *list, int v)
{
    if (list != NULL && list->v == v)
        return list->next;
    return list;
}

int main(void)
{
    struct node *list = push(push(NULL, 1), 2);
    list = removed(list, 2);
    printf("%d\n", list->v);
    free(list);
    return 0;
}
