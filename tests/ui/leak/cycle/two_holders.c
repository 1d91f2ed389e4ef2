/* Each variable that leads into a cycle held it. */
#include <stdlib.h>

struct link {
    struct link *prev, *next;
};

int main(void)
{
    struct link *first = calloc(1, sizeof *first); //~ leak: cycle 32
    struct link *last = calloc(1, sizeof *last);
    first->next = last;
    last->prev = first;
    first->prev = NULL;
    return 0; //~ lost: main-returned
}
