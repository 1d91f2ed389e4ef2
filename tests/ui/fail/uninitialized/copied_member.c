#include <stdlib.h>

struct node { int value; struct node *next; };

int main(void)
{
    struct node *p = malloc(sizeof *p);
    if (p == NULL)
        return 1;
    p->value = 3;
    struct node *q = p->next;
    while (q != NULL) //~ uninitialized-read
        q = q->next;
    free(p);
    return 0;
}
