#include <stdio.h>
#include <stdlib.h>
struct node { int data; struct node *next; };
struct node *push(struct node *head, int data)
{
    struct node *n = malloc(sizeof *n);
    n->data = data;
    n->next = head;
    return n;
}
void removeFirst(struct node *head)
{
    struct node *old = head;
    head = head->next;
    free(old);
}
int main(void)
{
    struct node *list = push(push(NULL, 1), 2);
    removeFirst(list);
    for (struct node *p = list; p != NULL; p = p->next)
        printf("%d\n", p->data); //~ use-after-free
    return 0;
}
