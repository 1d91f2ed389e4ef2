// The index is no middle, and the test in 'high' is about another variable.
#include <stdio.h>

static int high(int x)
{
    return x > 4;
}

static void put(int *a, int at, int value)
{
    if (high(value))
        return;
    a[at] = value; //~ out-of-bounds
}

int main(void)
{
    int a[4];
    int n = 4, last = n - 0;
    for (int i = 0; i < 4; i++)
        a[i] = 0;
    put(a, last, 4);
    printf("%d\n", a[0]);
    return 0;
}
