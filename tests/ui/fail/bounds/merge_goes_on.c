#include <stdio.h>
void merge(int *a, int na, int *b, int nb, int *out)
{
    int i = 0, j = 0, k = 0;
    while (i < na || j < nb) {
        if (a[i] <= b[j]) //~ out-of-bounds
            out[k++] = a[i++];
        else
            out[k++] = b[j++];
    }
}
int main(void)
{
    int a[] = {1, 4, 6}, b[] = {2, 3}, c[5];
    merge(a, 3, b, 2, c);
    for (int i = 0; i < 5; i++)
        printf("%d ", c[i]);
    printf("\n");
    return 0;
}
