#include <stdlib.h>

static int compare(int a, int b)
{
    return a - b;
}

int main(void)
{
    int numbers[3] = {3, 1, 2};
    qsort(numbers, 3, sizeof numbers[0], (int (*)(const void *, const void *))compare); //~ call-mismatch
    return 0;
}
