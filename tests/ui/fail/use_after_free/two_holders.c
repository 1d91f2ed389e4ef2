#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person { char *name; };

static void person_end(struct person *p)
{
    free(p->name);
    p->name = NULL;
}

int main(void)
{
    struct person a, b;
    a.name = malloc(10);
    if (a.name == NULL)
        return 1;
    strcpy(a.name, "Ada");
    b.name = a.name;
    person_end(&a);
    printf("%s\n", b.name); //~ use-after-free
    person_end(&b);
    return 0;
}
