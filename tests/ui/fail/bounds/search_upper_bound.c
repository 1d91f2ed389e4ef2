#include <stdio.h>
int find(int a[], int n, int x)
{
    int lo = 0, hi = n;
    while (lo <= hi) {
        int mid = (lo + hi) / 2;
        if (a[mid] == x) return mid; //~ out-of-bounds
        if (a[mid] < x) lo = mid + 1; else hi = mid - 1;
    }
    return -1;
}
int main(void)
{
    int a[] = {2, 4, 6, 8};
    printf("%d\n", find(a, 4, 9));
    return 0;
}
