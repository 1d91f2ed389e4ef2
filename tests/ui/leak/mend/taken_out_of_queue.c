#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

struct queue {
    struct node *front, *rear;
};

static void enqueue(struct queue *q, int value) {
    struct node *n = malloc(sizeof *n); //~ leak: definite 16 +16
    n->value = value;
    n->next = NULL;
    if (q->rear == NULL)
        q->front = n;
    else
        q->rear->next = n;
    q->rear = n;
}

static int dequeue(struct queue *q) {
    struct node *first = q->front;
    int value = first->value;
    q->front = first->next;
    if (q->front == NULL)
        q->rear = NULL;
    return value;
}

int main(void) {
    struct queue q = {NULL, NULL};
    enqueue(&q, 1);
    enqueue(&q, 2);
    printf("%d\n", dequeue(&q));
    printf("%d\n", dequeue(&q));
    return 0;
}
