//@ options: --suggest
/* An expression with an effect is not written twice. */
#include <stdlib.h>

static int *stack[4], top;

static void push(int value)
{
    int *block = malloc(sizeof *block); //~ leak: definite 4
    *block = value;
    stack[top++] = block;
}

int main(void)
{
    push(1);
    top--;
    push(2);
    free(stack[0]);
    stack[0] = NULL;
    return 0;
}
