/* The second block is led to by its start, but only from a block that is not. */
#include <stdlib.h>
struct node { int value; struct node *next; };
struct pair { long number; struct node node; };
static struct node *inner;
int main(void) {
    struct pair *pair = malloc(sizeof *pair); //~ leak: possible 24
    pair->node.next = malloc(sizeof(struct node)); //~ leak: possible 16
    inner = &pair->node;
    return 0;
}
