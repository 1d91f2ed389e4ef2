/* Copying, passing and returning a pointer to what is gone is silent, in a strict
   run too: what is done with it is told. */
//@ options: -W all=error
#include <stdlib.h>

static int *same(int *p)
{
    return p;
}

int main(void)
{
    int *p = malloc(sizeof *p);
    free(p);
    int *q = p;
    q = same(q);
    p = NULL;
    return 0;
}
