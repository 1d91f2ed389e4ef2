#include <stdio.h>
void insert(int a[], int *n, int pos, int v)
{
    for (int i = *n; i > pos; i--)
        a[i] = a[i - 1]; //~ out-of-bounds
    a[pos] = v;
    (*n)++;
}
int main(void)
{
    int a[5] = {1, 2, 3, 4, 5};
    int n = 5;
    insert(a, &n, 2, 9);
    for (int i = 0; i < n; i++)
        printf("%d\n", a[i]);
    return 0;
}
