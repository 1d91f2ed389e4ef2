#include <stdio.h>
#include <stdlib.h>
struct node { int data; struct node *next; };
void append(struct node *head, int data)
{
    struct node *n = malloc(sizeof(struct node));
    n->data = data;
    n->next = NULL;
    struct node *cur = head;
    while (cur->next != NULL) //~ null-dereference
        cur = cur->next;
    cur->next = n;
}
int main(void)
{
    struct node *list = NULL;
    append(list, 1);
    append(list, 2);
    printf("%d\n", list->data);
    return 0;
}
