#include <stdio.h>
#include <stddef.h>

struct node {
    struct node *next;
};

/* It moves its own pointer, but is not there to give the caller one. */
static int length(struct node *p)
{
    int n = 0;
    while (p != NULL) {
        p = p->next;
        n++;
    }
    return n;
}

int main(void)
{
    struct node *list = NULL;
    printf("%d\n", length(list));
    printf("%p\n", (void *)list->next); //~ null-dereference
    return 0;
}
