#include <stdlib.h>

struct item { int value; struct item *next; };

static void free_list(struct item *list)
{
    if (list == NULL)
        return;
    free(list);
    free_list(list->next); //~ use-after-free
}

int main(void)
{
    struct item *list = malloc(sizeof *list);
    if (list == NULL)
        return 1;
    list->next = NULL;
    free_list(list);
    return 0;
}
