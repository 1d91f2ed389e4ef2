#include <stdio.h>
#include <stdlib.h>
int *copyArray(int *src, int n)
{
    int *dst = malloc(n * sizeof(int));
    for (int i = 0; i < n; i++)
        dst[i] = src[i];
}
int main(void)
{
    int a[] = {1, 2, 3};
    int *b = copyArray(a, 3); //~ missing-return
    printf("%d\n", b[0]);
    free(b);
    return 0;
}
