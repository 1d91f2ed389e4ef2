#include <stdio.h>
#include <stdlib.h>
struct node { int v; struct node *next; };
struct node *insert(struct node *head, int v)
{
    struct node *n = malloc(sizeof *n);
    n->v = v;
    n->next = NULL;
    if (head == NULL || v < head->v) { n->next = head; return n; }
    struct node *cur = head;
    while (cur->next->v < v) //~ null-dereference
        cur = cur->next;
    n->next = cur->next;
    cur->next = n;
    return head;
}
int main(void)
{
    struct node *l = NULL;
    l = insert(l, 3);
    l = insert(l, 5);
    printf("%d\n", l->v);
    return 0;
}
