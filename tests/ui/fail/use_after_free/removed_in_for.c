// What is removed is freed in some turns only.
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static void remove_odd(struct node **head) {
    struct node *before = NULL;
    for (struct node *p = *head; p != NULL; p = p->next) { //~ use-after-free
        if (p->value % 2 != 0) {
            if (before == NULL) *head = p->next;
            else before->next = p->next;
            free(p);
        } else {
            before = p;
        }
    }
}

int main(void) {
    struct node *list = NULL;
    for (int i = 1; i <= 4; i++) {
        struct node *n = malloc(sizeof *n);
        if (!n) exit(1);
        n->value = i;
        n->next = list;
        list = n;
    }
    remove_odd(&list);
    return 0;
}
