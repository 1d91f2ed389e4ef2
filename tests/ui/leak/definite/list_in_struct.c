#include <stdlib.h>
#include <string.h>
struct list { struct node *head; };
struct node { char *name; struct node *next; };
static void add(struct list *l, const char *s)
{
    struct node *n = malloc(sizeof *n); //~ leak: definite 16 +20
    n->name = strdup(s);
    n->next = l->head;
    l->head = n;
}
int main(void)
{
    struct list l = {NULL};
    add(&l, "a"); add(&l, "b");
    return 0;
}
