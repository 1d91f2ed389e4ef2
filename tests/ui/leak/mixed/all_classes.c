#include <stdlib.h>
struct node { struct node *next; };
static char *global, *middle;
int main(void) {
    global = malloc(10); //~ leak: reachable 10
    middle = malloc(20); //~ leak: possible 20
    middle += 5;
    char *lost = malloc(30); //~ leak: definite 30
    lost[0] = 0;
    struct node *n = malloc(sizeof *n); //~ leak: cycle 8
    n->next = n;
    return 0;
}
