/* What is done with such a pointer says more than where it passed by. */
//@ options: -W all=error
#include <stdlib.h>

static int value(const int *p)
{
    return *p; //~ use-after-free
}

int main(void)
{
    int *p = malloc(sizeof *p);
    if (p == NULL)
        return 1;
    *p = 5;
    free(p);
    int *q = p;
    return value(q);
}
