#include <stdio.h>
#include <stdlib.h>

struct node { int v; struct node *next; };
struct list { struct node *head; int size; };

static void add(struct list *l, int v)
{
    struct node *n = malloc(sizeof *n); //~ leak: definite 16 +48
    n->v = v;
    n->next = l->head;
    l->head = n;
    l->size++;
}

static void remove_first(struct list *l)
{
    if (l->head != NULL) {
        l->head = l->head->next;
        l->size--;
    }
}

int main(void)
{
    struct list *l = calloc(1, sizeof *l);
    for (int i = 0; i < 4; i++)
        add(l, i);
    remove_first(l);
    printf("%d\n", l->size);
    free(l);
    return 0;
}
