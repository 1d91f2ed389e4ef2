#include <stdio.h>
#include <stdlib.h>

struct item { int value; struct item *next; };

static void free_list(struct item *list)
{
    while (list != NULL) {
        struct item *next = list->next;
        free(list);
        list = next;
    }
}

static int sum(const struct item *list)
{
    int all = 0;
    for (; list != NULL; list = list->next)
        all += list->value; //~ use-after-free
    return all;
}

int main(void)
{
    struct item *list = malloc(sizeof *list);
    if (list == NULL)
        return 1;
    list->value = 7;
    list->next = NULL;
    free_list(list);
    printf("%d\n", sum(list));
    return 0;
}
