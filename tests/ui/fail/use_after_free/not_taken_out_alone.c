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
void delete(struct node *head, int data)
{
    struct node *cur = head;
    while (cur != NULL && cur->data != data) {
        cur = cur->next;
    }
    if (cur != NULL)
        free(cur);
}
int main(void)
{
    struct node *list = push(push(push(NULL, 1), 2), 3);
    delete(list, 2);
    for (struct node *p = list; p != NULL; p = p->next)
        printf("%d\n", p->data); //~ use-after-free
    return 0;
}
