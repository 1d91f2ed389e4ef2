#include <stdlib.h>

struct item { int value; struct item *next; };

static void free_list(struct item *list)
{
    while (list != NULL) {
        struct item *next = list->next; //~ use-after-free
        free(list);
        list = next;
    }
}

int main(void)
{
    struct item *list = malloc(sizeof *list);
    if (list == NULL)
        return 1;
    list->next = NULL;
    free_list(list);
    free_list(list);
    return 0;
}
