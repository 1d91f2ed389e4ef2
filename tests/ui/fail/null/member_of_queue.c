#include <stdlib.h>

struct node { int value; struct node *next; };
struct queue { struct node *head, *tail; };

static void push(struct queue *q, int value)
{
    struct node *n = malloc(sizeof *n);
    if (n == NULL)
        return;
    n->value = value;
    n->next = NULL;
    q->tail->next = n; //~ null-dereference
    q->tail = n;
}

int main(void)
{
    struct queue q = {NULL, NULL};
    push(&q, 1);
    return 0;
}
