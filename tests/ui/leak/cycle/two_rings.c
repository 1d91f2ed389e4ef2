/* Two rings of three, not one of six. */
#include <stdlib.h>
struct node { struct node *next; };
static void ring(int count) {
    struct node *first = malloc(sizeof *first), *last = first; //~ leak: cycle 48
    while (--count) {
        last->next = malloc(sizeof *last);
        last = last->next;
    }
    last->next = first;
} //~ lost: scope
int main(void) {
    for (int i = 0; i < 2; i++) ring(3);
    return 0;
}
