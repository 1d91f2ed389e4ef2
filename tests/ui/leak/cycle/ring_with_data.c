#include <stdlib.h>
struct node { struct node *next; char *data; };
int main(void) {
    struct node *first = NULL, *last = NULL;
    for (int i = 0; i < 3; i++) {
        struct node *n = malloc(sizeof *n); //~ leak: cycle 48 +15
        n->data = malloc(5);
        n->next = first;
        if (last) last->next = n; else first = n;
        last = n;
        n->next = first;
    }
    return 0;
}
