//@ options: --suggest
#include <stdlib.h>
struct child { int number; struct child *next; };
int main(void) {
    struct child *first = malloc(sizeof *first); //~ leak: cycle 48
    struct child *second = malloc(sizeof *second);
    struct child *third = malloc(sizeof *third);
    first->next = second;
    second->next = third;
    third->next = first;
    return 0; //~ lost: main-returned
}
