#include <stdio.h>
#include <stdlib.h>

struct node { int value; struct node *next; };
struct queue { struct node *front; struct node *rear; };

void enqueue(struct queue *q, int value)
{
    struct node *n = malloc(sizeof *n);
    n->value = value;
    n->next = NULL;
    if (q->rear == NULL) {
        q->front = n;
        q->rear = n;
    } else {
        q->rear->next = n; //~ use-after-free
        q->rear = n;
    }
}

int dequeue(struct queue *q)
{
    struct node *old = q->front;
    int value = old->value;
    q->front = old->next;
    free(old);
    return value;
}

int main(void)
{
    struct queue q = {NULL, NULL};
    enqueue(&q, 1);
    enqueue(&q, 2);
    printf("%d\n", dequeue(&q));
    printf("%d\n", dequeue(&q));
    enqueue(&q, 3);
    printf("%d\n", dequeue(&q));
    return 0;
}
