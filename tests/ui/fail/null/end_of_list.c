#include <stdio.h>
#include <stddef.h>
struct node { int value; struct node *next; };
int main(void) {
    struct node b = {2, NULL}, a = {1, &b};
    struct node *n = &a;
    for (int i = 0; i < 3; i++) {
        printf("%d\n", n->value); //~ null-dereference
        n = n->next;
    }
    return 0;
}
