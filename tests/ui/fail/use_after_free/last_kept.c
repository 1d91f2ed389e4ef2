#include <stdio.h>
#include <stdlib.h>
typedef struct item { int key; struct item *prev, *next; } Item;
typedef struct { Item *first, *last; } List;
void append(List *l, int key)
{
    Item *n = malloc(sizeof *n);
    n->key = key;
    n->next = NULL;
    n->prev = l->last;
    if (l->last) l->last->next = n; else l->first = n;
    l->last = n;
}
void drop(List *l, int key)
{
    for (Item *p = l->first; p != NULL; p = p->next) {
        if (p->key == key) {
            p->prev->next = p->next;
            free(p);
            return;
        }
    }
}
int main(void)
{
    List l = {NULL, NULL};
    for (int i = 0; i < 4; i++) append(&l, i);
    drop(&l, 3);
    for (Item *p = l.last; p; p = p->prev) printf("%d\n", p->key); //~ use-after-free
    return 0;
}
