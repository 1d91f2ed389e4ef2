#include <search.h>
#include <stdio.h>

static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

int main(void)
{
    int numbers[3] = {5, 3, 9};
    size_t count = 3;
    int key = 4;
    int *found = lsearch(&key, numbers, &count, sizeof key, compare); //~ out-of-bounds
    printf("%d\n", *found);
    return 0;
}
