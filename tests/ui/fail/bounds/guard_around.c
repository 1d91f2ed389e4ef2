#include <stdio.h>
#define MAX 3
int data[MAX], top = 0;
void push(int v)
{
    if (top <= MAX)
        data[top++] = v; //~ out-of-bounds
}
int main(void)
{
    for (int i = 0; i < 5; i++)
        push(i);
    printf("%d\n", top);
    return 0;
}
