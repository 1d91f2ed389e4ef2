#include <stdio.h>
#define MAX 3
typedef struct { int data[MAX]; int top; } Stack;
int isFull(Stack *s) { return s->top > MAX; }
void push(Stack *s, int v)
{
    if (isFull(s)) {
        printf("full\n");
        return;
    }
    s->data[s->top] = v; //~ out-of-bounds
    s->top++;
}
int main(void)
{
    Stack s;
    s.top = 0;
    for (int i = 0; i < 5; i++)
        push(&s, i);
    printf("%d\n", s.top);
    return 0;
}
