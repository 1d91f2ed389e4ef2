#include <stdlib.h>
struct node { struct node *next; };
static struct node *head;
int main(void) {
    for (int i = 0; i < 3; i++) {
        struct node *n = malloc(sizeof *n); //~ leak: reachable 24
        n->next = head;
        head = n;
    }
    return 0;
}
