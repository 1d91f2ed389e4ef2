#include <stdio.h>
#include <stdlib.h>

/* A second free stands behind the use: the first one goes. */
int main(void)
{
    int *p = malloc(sizeof *p);
    if (p == NULL)
        return 1;
    *p = 1;
    free(p);
    printf("%d\n", *p); //~ use-after-free
    free(p);
    return 0;
}
