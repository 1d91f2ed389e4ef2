#include <stdio.h>
#include <stdlib.h>
void add(int *a, int *n, int *cap, int v)
{
    if (*n == *cap) {
        *cap *= 2;
        a = realloc(a, *cap * sizeof(int));
    }
    a[(*n)++] = v; //~ use-after-free
}
int main(void)
{
    int n = 0, cap = 2;
    int *a = malloc(cap * sizeof(int));
    for (int i = 0; i < 10; i++)
        add(a, &n, &cap, i);
    for (int i = 0; i < n; i++)
        printf("%d\n", a[i]);
    free(a);
    return 0;
}
