#include <stdlib.h>

static int size_of(const void *a)
{
    return *(const int *)a;
}

int main(void)
{
    int numbers[3] = {3, 1, 2};
    qsort(numbers, 3, sizeof numbers[0], (int (*)(const void *, const void *))size_of); //~ call-mismatch
    return 0;
}
