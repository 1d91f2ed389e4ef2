#include <stdio.h>
#include <stdlib.h>
struct node { int v; struct node *next; };
int length(struct node *n) { if (n->next == NULL) return 1; return 1 + length(n->next); } //~ null-dereference
int main(void)
{
    struct node *list = NULL;
    printf("%d\n", length(list));
    return 0;
}
