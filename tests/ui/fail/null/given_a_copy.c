#include <stdio.h>
#include <stdlib.h>

static void make(int *p, int n)
{
    p = malloc((size_t)n * sizeof *p);
    if (p != NULL)
        p[0] = 1;
}

int main(void)
{
    int *a = NULL;
    make(a, 4);
    printf("%d\n", a[0]); //~ null-dereference
    return 0;
}
