// The length of an array parameter is evaluated when the function is entered.
#include <stdio.h>

static int calls;
static int length(void)
{
    calls++;
    return 4;
}

static int counted(int n, int a[n++]) { return n + (a != 0); }
static int called(int a[length()]) { return a[3]; }

int main(void)
{
    int a[4] = {1, 2, 3, 4};
    printf("%d", counted(5, a));
    printf(" %d", called(a));
    printf(" %d\n", calls);
    return 0;
}
