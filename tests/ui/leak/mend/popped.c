#include <stdio.h>
#include <stdlib.h>
typedef struct node { int v; struct node *next; } Node;
typedef struct { Node *top; } Stack;
void push(Stack *s, int v)
{
    Node *n = malloc(sizeof(Node)); //~ leak: definite 16
    n->v = v;
    n->next = s->top;
    s->top = n;
}
int pop(Stack *s)
{
    int v = s->top->v;
    s->top = s->top->next;
    return v;
}
int main(void)
{
    Stack s = {NULL};
    push(&s, 1);
    printf("%d\n", pop(&s));
    return 0;
}
