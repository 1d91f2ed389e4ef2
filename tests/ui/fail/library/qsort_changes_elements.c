// 7.22.5p2: the comparison function does not change what is sorted
#include <stdio.h>
#include <stdlib.h>

static int ascending(const void *a, const void *b)
{
    int *left = (int *)a;
    const int *right = b;
    if (*left < 0)
        *left = 0;
    return (*left > *right) - (*left < *right);
}

int main(void)
{
    int numbers[] = {3, -1, 2};
    qsort(numbers, 3, sizeof numbers[0], ascending); //~ bad-argument
    printf("%d %d %d\n", numbers[0], numbers[1], numbers[2]);
    return 0;
}
