#include <stdlib.h>
struct node { struct node *self; };
int main(void) {
    struct node *n = malloc(sizeof *n); //~ leak: cycle 8
    n->self = n;
    return 0;
}
