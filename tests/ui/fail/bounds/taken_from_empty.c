// More is taken from the stack than was put on it.
#include <stdio.h>

static int stack[4];
static int top = 0;

static int pop(void) {
    return stack[--top]; //~ out-of-bounds
}

int main(void) {
    stack[top++] = 3;
    printf("%d\n", pop());
    printf("%d\n", pop());
    return 0;
}
