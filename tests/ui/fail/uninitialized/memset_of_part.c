#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    int *a = malloc(10 * sizeof *a);
    if (a == NULL)
        return 1;
    memset(a, 0, 2 * sizeof *a);
    printf("%d\n", a[5]); //~ uninitialized-read
    free(a);
    return 0;
}
