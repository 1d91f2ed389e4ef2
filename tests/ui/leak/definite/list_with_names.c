#include <stdlib.h>
#include <string.h>
struct node { char *name; struct node *next; };
int main(void)
{
    struct node *head = NULL;
    for (int i = 0; i < 3; i++) {
        struct node *n = malloc(sizeof *n); //~ leak: definite 16 +38
        n->name = strdup("x");
        n->next = head;
        head = n;
    }
    return 0;
}
