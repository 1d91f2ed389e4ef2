#include <stdlib.h>

struct person { char *name; int age; };

int main(void)
{
    struct person a = {malloc(10), 20};
    struct person b = a;
    free(a.name);
    free(b.name); //~ double-free
    return 0;
}
