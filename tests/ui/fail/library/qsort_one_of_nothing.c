#include <stdlib.h>

static int same(const void *a, const void *b)
{
    return *(const char *)a - *(const char *)b;
}

int main(void)
{
    qsort(NULL, 0, 1, same);
    qsort(NULL, 1, 1, same); //~ null-dereference
    return 0;
}
