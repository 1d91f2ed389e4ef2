#include <stdlib.h>

/* What was lost elsewhere is another cause, and told as well. */
int main(void)
{
    int *other = malloc(8); //~ leak: definite 8
    int *p = malloc(sizeof *p);
    if (other == NULL || p == NULL)
        return 1;
    other = p;
    free(p);
    return *other; //~ use-after-free
}
