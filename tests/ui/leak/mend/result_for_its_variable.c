#include <stdlib.h>

struct node { int v; struct node *next; };

struct node *push(struct node *list, int v)
{
    struct node *n = malloc(sizeof *n); //~ leak: definite 16
    n->v = v;
    n->next = list;
    return n;
}

int main(void)
{
    struct node *list = NULL;
    push(list, 1);
    return list != NULL;
}
