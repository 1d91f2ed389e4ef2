#include <stdio.h>
#include <stdlib.h>
struct node { int v; struct node *next; };
void removeDuplicates(struct node *head)
{
    for (struct node *p = head; p != NULL; p = p->next) {
        if (p->v == p->next->v) { //~ null-dereference
            struct node *dup = p->next;
            p->next = dup->next;
            free(dup);
        }
    }
}
int main(void)
{
    struct node *h = NULL;
    int a[] = {3, 2, 2, 1};
    for (int i = 0; i < 4; i++) {
        struct node *n = malloc(sizeof *n);
        n->v = a[i];
        n->next = h;
        h = n;
    }
    removeDuplicates(h);
    while (h) { printf("%d\n", h->v); struct node *n = h->next; free(h); h = n; }
    return 0;
}
