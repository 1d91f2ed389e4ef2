#include <stdio.h>
#include <stdlib.h>

/* The last use is in the return: the value is copied before. */
static int answer(void)
{
    int *p = malloc(sizeof *p);
    if (p == NULL)
        return 0;
    *p = 42;
    free(p);
    return *p; //~ use-after-free
}

int main(void)
{
    printf("%d\n", answer());
    return 0;
}
