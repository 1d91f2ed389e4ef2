#include <stdio.h>
void stats(int a[], int n, int *min, int *max)
{
    for (int i = 0; i < n; i++) {
        if (a[i] < *min) *min = a[i]; //~ uninitialized-read
        if (a[i] > *max) *max = a[i];
    }
}
int main(void)
{
    int a[] = {3, 9, 4};
    int min, max;
    stats(a, 3, &min, &max);
    printf("%d %d\n", min, max);
    return 0;
}
