#include <stdio.h>

static void ask(int x)
{
    x = 7;
    printf("%d\n", x);
}

int main(void)
{
    int n;
    ask(n); //~ uninitialized-read
    return n;
}
