// The comparison in the loop and the use after it have one cause: one report.
#include <stdio.h>
#include <stdlib.h>

struct item { int price; struct item *next; };

int main(void)
{
    struct item *head = malloc(sizeof *head);
    if (head == NULL)
        return 1;
    head->price = 3;
    head->next = NULL;
    free(head);
    for (struct item *p = head; p != NULL; p = p->next)
        printf("%d\n", p->price); //~ use-after-free
    return 0;
}
