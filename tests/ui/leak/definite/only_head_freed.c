#include <stdlib.h>

struct node { int value; struct node *next; };

int main(void) {
    struct node *head = NULL;
    for (int i = 0; i < 3; i++) {
        struct node *n = malloc(sizeof *n); //~ leak: definite 16 +16
        if (n == NULL)
            return 1;
        n->value = i;
        n->next = head;
        head = n;
    }
    free(head);
    return 0;
}
