#include <stdio.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

int main(void)
{
    int numbers[3] = {1, 2, 3}, key = 9;
    printf("%d\n", bsearch(&key, numbers, 4, sizeof key, compare) != NULL); //~ out-of-bounds
    return 0;
}
