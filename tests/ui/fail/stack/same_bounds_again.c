//@ options: --stack-size 65536
#include <stdio.h>

int search(int *a, int lo, int hi, int key)
{
    if (lo > hi)
        return -1;
    int mid = (lo + hi) / 2;
    if (a[mid] == key)
        return mid;
    if (a[mid] < key)
        return search(a, mid, hi, key); //~ stack-overflow
    return search(a, lo, mid - 1, key);
}

int main(void)
{
    int a[] = {1, 3, 5, 7, 9};
    printf("%d\n", search(a, 0, 4, 9));
    return 0;
}
