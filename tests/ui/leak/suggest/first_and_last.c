//@ options: --suggest
/* Two members that hold the same block: it is freed once. With a longer list, no fix. */
#include <stdlib.h>

struct node {
    struct node *next;
};

struct list {
    struct node *first, *last;
};

static void push(struct list *list)
{
    struct node *made = calloc(1, sizeof *made);
    if (list->last)
        list->last->next = made;
    else
        list->first = made;
    list->last = made;
}

static void use(int count)
{
    struct list *list = calloc(1, sizeof *list); //~ leak: definite 16 +8
    for (int i = 0; i < count; i++)
        push(list);
}

int main(void)
{
    use(1);
    return 0;
}
