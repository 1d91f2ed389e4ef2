/* The same into a member, through a pointer. */
#include <stdlib.h>

struct node {
    double value;
    struct node *next;
};

static struct node *node(struct node *next)
{
    struct node *new = malloc(sizeof *new);
    double value;
    if (new == NULL)
        exit(1);
    new->value = value;
    new->next = next;
    return new;
}

int main(void)
{
    struct node *head = node(NULL);
    int code = head->value > 0; //~ uninitialized-read
    free(head);
    return code;
}
