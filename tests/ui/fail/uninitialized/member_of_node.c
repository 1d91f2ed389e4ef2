#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

int main(void)
{
    struct node *head = NULL;
    for (int i = 0; i < 3; i++) {
        struct node *n = malloc(sizeof *n);
        if (n == NULL)
            return 1;
        n->value = i;
        if (head != NULL)
            n->next = head;
        head = n;
    }
    for (struct node *p = head; p != NULL; p = p->next) //~ uninitialized-read
        printf("%d\n", p->value);
    return 0;
}
