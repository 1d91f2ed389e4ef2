#include <stdio.h>
#include <stdlib.h>
typedef struct node { int v; struct node *next; } Node;
typedef struct { Node *top; } Stack;
void push(Stack *s, int v) { Node *n = malloc(sizeof(Node)); n->v = v; n->next = s->top; s->top = n; }
int pop(Stack *s)
{
    Node *old = s->top;
    int v = old->v; //~ null-dereference
    s->top = old->next;
    free(old);
    return v;
}
int main(void)
{
    Stack s = {NULL};
    push(&s, 1);
    pop(&s);
    printf("%d\n", pop(&s));
    return 0;
}
