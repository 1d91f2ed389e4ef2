#include <stdio.h>
#include <stdlib.h>
struct node { int v; struct node *next; };
void destroy(struct node **head)
{
    struct node *cur = *head;
    while (cur != NULL) {
        struct node *next = cur->next;
        free(cur);
        cur = next;
    }
}
int main(void)
{
    struct node *head = NULL;
    for (int i = 0; i < 3; i++) {
        struct node *n = malloc(sizeof *n);
        n->v = i;
        n->next = head;
        head = n;
    }
    destroy(&head);
    if (head != NULL)
        printf("first: %d\n", head->v); //~ use-after-free
    return 0;
}
