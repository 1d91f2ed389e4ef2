#include <stdio.h>
#include <stdlib.h>

struct matrix { int n; int *a; };

struct matrix make(int n)
{
    struct matrix m;
    m.n = n;
    m.a = calloc(n * n, sizeof(int));
    return m;
}

struct matrix twice(struct matrix m)
{
    struct matrix t = m;
    for (int i = 0; i < t.n * t.n; i++)
        t.a[i] *= 2;
    return t;
}

int main(void)
{
    struct matrix m = make(2);
    struct matrix t = twice(m);
    free(m.a);
    free(t.a); //~ double-free
    return 0;
}
