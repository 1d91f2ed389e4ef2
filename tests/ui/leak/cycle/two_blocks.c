#include <stdlib.h>
struct node { struct node *other; };
int main(void) {
    struct node *a = malloc(sizeof *a); //~ leak: cycle 16
    struct node *b = malloc(sizeof *b);
    a->other = b;
    b->other = a;
    return 0;
}
