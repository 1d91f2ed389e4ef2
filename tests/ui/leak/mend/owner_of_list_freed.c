#include <stdio.h>
#include <stdlib.h>

struct node { int v; struct node *next; };
struct list { struct node *head; int size; };

static void add(struct list *l, int v)
{
    struct node *n = malloc(sizeof *n); //~ leak: definite 16 +32
    n->v = v;
    n->next = l->head;
    l->head = n;
    l->size++;
}

int main(void)
{
    struct list *l = calloc(1, sizeof *l);
    for (int i = 0; i < 3; i++)
        add(l, i);
    printf("%d\n", l->size);
    free(l);
    return 0;
}
