#include <stdio.h>
#include <stdlib.h>

typedef struct { int *data; int size, room; } Stack;

void grow(Stack s)
{
    s.room *= 2;
    s.data = realloc(s.data, s.room * sizeof(int));
}

void push(Stack *s, int value)
{
    if (s->size == s->room)
        grow(*s);
    s->data[s->size++] = value; //~ use-after-free
}

int main(void)
{
    Stack s = {malloc(2 * sizeof(int)), 0, 2};
    for (int i = 0; i < 3; i++)
        push(&s, i);
    printf("%d\n", s.size);
    free(s.data);
    return 0;
}
