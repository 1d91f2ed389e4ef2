#include <stdlib.h>

struct item { int value; struct item *next; };

int main(void)
{
    struct item *list = NULL;
    for (int i = 0; i < 3; i++) {
        struct item *one = malloc(sizeof *one);
        if (one == NULL)
            return 1;
        one->value = i;
        one->next = list;
        list = one;
    }
    while (list != NULL) {
        free(list);
        list = list->next; //~ use-after-free
    }
    return 0;
}
