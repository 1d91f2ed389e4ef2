#include <stdio.h>

struct node { int v; struct node *next; };

int main(void)
{
    struct node *head = NULL;
    for (int i = 0; i < 3; i++) {
        struct node n;
        n.v = i;
        n.next = head;
        head = &n;
    }
    printf("%d\n", head->v); //~ use-after-scope
    return 0;
}
