#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct student { char *name; int mark; };

int main(void)
{
    struct student *s = malloc(sizeof *s);
    s->mark = 3;
    strcpy(s->name, "Ann"); //~ uninitialized-read
    printf("%s\n", s->name);
    return 0;
}
