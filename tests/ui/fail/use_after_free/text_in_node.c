#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct job { char name[16]; struct job *next; };
struct job *first;

void add(const char *name)
{
    struct job *j = malloc(sizeof *j);
    strcpy(j->name, name);
    j->next = first;
    first = j;
}

char *take(void)
{
    struct job *j = first;
    char *name = j->name;
    first = j->next;
    free(j);
    return name;
}

int main(void)
{
    add("print");
    puts(take()); //~ use-after-free
    return 0;
}
