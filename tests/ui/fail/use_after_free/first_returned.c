#include <stdio.h>
#include <stdlib.h>

struct node { int value; struct node *next; };

struct node *push(struct node *head, int value)
{
    struct node *n = malloc(sizeof *n);
    n->value = value;
    n->next = head;
    return n;
}

struct node *drop(struct node *head, int value)
{
    struct node *cur = head, *prev = NULL;
    while (cur != NULL && cur->value != value) {
        prev = cur;
        cur = cur->next;
    }
    if (cur != NULL) {
        if (prev != NULL)
            prev->next = cur->next;
        free(cur);
    }
    return head;
}

int main(void)
{
    struct node *list = push(push(NULL, 1), 2);
    list = drop(list, 2);
    printf("%d\n", list->value); //~ use-after-free
    free(list);
    return 0;
}
