#include <stdio.h>

struct node {
    int value;
    struct node *next;
};

int main(void) {
    struct node first = {0};
    printf("%d\n", first.next->value); //~ null-dereference
    return 0;
}
