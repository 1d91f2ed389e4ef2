#include <stdio.h>
#include <stdlib.h>
struct node { int v; struct node *next; };
struct node *push(struct node *l, int v) { struct node *n = malloc(sizeof *n); n->v = v; n->next = l; return n; }
struct node *join(struct node *a, struct node *b)
{
    if (a == NULL) return b;
    struct node *p = a;
    while (p->next != NULL) p = p->next;
    p->next = b;
    return a;
}
void freeList(struct node *l)
{
    while (l != NULL) {
        struct node *next = l->next; //~ use-after-free
        free(l);
        l = next;
    }
}
int main(void)
{
    struct node *a = push(push(NULL, 1), 2), *b = push(NULL, 3);
    struct node *c = join(a, b);
    printf("%d\n", c->v);
    freeList(c);
    freeList(b);
    return 0;
}
