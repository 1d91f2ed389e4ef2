#include <stdio.h>

struct stack { int data[4]; int top; };

void init(struct stack s)
{
    s.top = 0;
}

void push(struct stack *s, int v)
{
    s->data[s->top++] = v; //~ uninitialized-read
}

int main(void)
{
    struct stack s;
    init(s);
    push(&s, 1);
    printf("%d\n", s.top);
    return 0;
}
