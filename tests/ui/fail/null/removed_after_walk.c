#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static struct node *without(struct node *list, int value) {
    struct node *at = list, *before = NULL;
    while (at->value != value) { //~ null-dereference
        before = at;
        at = at->next;
    }
    if (before == NULL)
        list = at->next;
    else
        before->next = at->next;
    free(at);
    return list;
}

int main(void) {
    struct node *one = malloc(sizeof *one);
    *one = (struct node){1, NULL};
    one = without(one, 2);
    printf("%d\n", one->value);
    free(one);
    return 0;
}
