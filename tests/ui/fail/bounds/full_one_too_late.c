#include <stdio.h>
#include <stdlib.h>
typedef struct stack { int *a; int top, size; } Stack;
void init(Stack *s, int size) { s->a = malloc(size * sizeof(int)); s->top = -1; s->size = size; }
void push(Stack *s, int v) { if (s->top == s->size) return; s->a[++s->top] = v; } //~ out-of-bounds
int pop(Stack *s) { if (s->top == 0) return -1; return s->a[s->top--]; }
int main(void)
{
    Stack s;
    init(&s, 3);
    for (int i = 0; i < 5; i++) push(&s, i);
    printf("%d\n", pop(&s));
    free(s.a);
    return 0;
}
