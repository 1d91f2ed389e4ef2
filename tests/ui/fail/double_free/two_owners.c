#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person { char *name; };

static struct person *new_person(char *name)
{
    struct person *p = malloc(sizeof *p);
    if (p == NULL)
        exit(1);
    p->name = name;
    return p;
}

static void free_person(struct person *p)
{
    free(p->name); //~ double-free
    free(p);
}

int main(void)
{
    char *name = strdup("Ada");
    struct person *a = new_person(name);
    struct person *b = new_person(name);
    free(name);
    free_person(a);
    printf("%s\n", b->name);
    free_person(b);
    return 0;
}
