#include <stdlib.h>

struct node { int value; struct node *next; };

static void fill(void) {
    struct node *head = NULL;
    for (int i = 0; i < 3; i++) {
        struct node *n = malloc(sizeof *n); //~ leak: definite 16 +32
        if (n == NULL)
            return;
        n->value = i;
        n->next = head;
        head = n;
    }
}
int main(void) {
    fill();
    return 0;
}
