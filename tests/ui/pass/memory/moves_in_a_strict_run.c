/* Moves that C allows: of characters in memory, of structs with members that
   were never written, of null pointers, of pointers one past the end. */
//@ options: -W all=error
#include <stdlib.h>
#include <string.h>

struct record {
    int key;
    char name[8];
    struct record *next;
};

static struct record *pass(struct record *r)
{
    return r;
}

int main(void)
{
    struct record a, b;
    a.key = 1;
    strcpy(a.name, "one");
    a.next = NULL;
    b = a;
    struct record *list = malloc(sizeof *list);
    if (list == NULL)
        return 1;
    *list = b;
    struct record *none = pass(a.next), *end = &a + 1;
    struct record *last = end;
    free(list);
    list = NULL;
    pass(list);
    return none == NULL && last == &a + 1 ? 0 : 1;
}
