#include <stdio.h>
int data[3], top = 0;
int empty(void)
{
    return top < 0;
}
int pop(void)
{
    if (empty()) {
        return -1;
    }
    return data[--top]; //~ out-of-bounds
}
int main(void)
{
    printf("%d\n", pop());
    return 0;
}
