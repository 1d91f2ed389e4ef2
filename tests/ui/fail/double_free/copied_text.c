#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person { char *name; int age; };

int main(void)
{
    struct person a = {NULL, 20};
    a.name = malloc(10);
    if (a.name == NULL)
        return 1;
    strcpy(a.name, "Ada");
    struct person b = a;
    b.age = 30;
    printf("%s %s\n", a.name, b.name);
    free(a.name);
    free(b.name); //~ double-free
    return 0;
}
