#include <stdlib.h>

int main(void)
{
    int *a = malloc(2 * sizeof(int));
    if (a == NULL)
        return 1;
    a[0] = 1;
    realloc(a, 100 * sizeof(int));
    a[50] = 3; //~ use-after-free
    free(a);
    return 0;
}
