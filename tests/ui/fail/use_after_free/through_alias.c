#include <stdio.h>
#include <stdlib.h>

struct item { int value; struct item *next; };

int main(void)
{
    struct item *head = NULL;
    for (int i = 0; i < 3; i++) {
        struct item *one = malloc(sizeof *one);
        if (one == NULL)
            return 1;
        one->value = i;
        one->next = head;
        head = one;
    }
    while (head != NULL) {
        struct item *old = head;
        free(old);
        head = head->next; //~ use-after-free
    }
    return 0;
}
