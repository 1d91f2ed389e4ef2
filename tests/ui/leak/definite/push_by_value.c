#include <stdlib.h>

struct node { int value; struct node *next; };

/* The new head goes into the function's own copy of the pointer. */
static void push(struct node *list, int value)
{
    struct node *n = malloc(sizeof *n); //~ leak: definite 16 //~ leak: definite 16
    if (n == NULL)
        return;
    n->value = value;
    n->next = list;
    list = n;
}

int main(void)
{
    struct node *head = NULL;
    push(head, 1);
    push(head, 2);
    return head != NULL;
}
