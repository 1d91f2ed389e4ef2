#include <stdio.h>
#include <stdlib.h>

struct item { int value; struct item *next; };

int main(void)
{
    struct item *head = NULL, *current;
    for (int i = 0; i < 3; i++) {
        struct item *one = malloc(sizeof *one);
        if (one == NULL)
            return 1;
        one->value = i;
        one->next = head;
        head = one;
    }
    for (current = head; current != NULL; current = current->next) { //~ use-after-free
        printf("%d\n", current->value);
        free(current);
    }
    return 0;
}
