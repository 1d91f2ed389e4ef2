#include <stdlib.h>
struct node { int value; struct node *next; };
int main(void) {
    struct node *head = NULL;
    for (int i = 0; i < 4; i++) {
        struct node *n = malloc(sizeof *n); //~ leak: definite 16 +48
        n->value = i;
        n->next = head;
        head = n;
    }
    head = NULL; //~ lost: overwritten
    return head != NULL;
}
