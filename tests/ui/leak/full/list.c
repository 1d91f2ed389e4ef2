//@ options: --leaks=full
/* The head passes through a function, a loop variable and a member. */
#include <stdlib.h>
struct node { int value; struct node *next; };
static struct node *push(struct node *head, int value) {
    struct node *n = malloc(sizeof *n); //~ leak: definite 16 +32
    n->value = value;
    n->next = head;
    return n;
}
int main(void) {
    struct node *head = NULL;
    for (int i = 0; i < 3; i++) head = push(head, i);
    int sum = 0;
    for (struct node *at = head; at != NULL; at = at->next) sum += at->value;
    return sum == 3 ? 0 : 1; //~ lost: main-returned
}
