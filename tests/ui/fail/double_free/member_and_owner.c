#include <stdlib.h>
#include <string.h>

struct person { char *name; };

static void free_person(struct person *p)
{
    free(p->name); //~ double-free
    free(p);
}

int main(void)
{
    struct person *p = malloc(sizeof *p);
    if (p == NULL)
        return 1;
    p->name = malloc(4);
    free(p->name);
    free_person(p);
    return 0;
}
