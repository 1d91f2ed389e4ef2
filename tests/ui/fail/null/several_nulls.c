// Which of the lines ran last, the text does not tell.
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

int main(int argc, char **argv) {
    (void)argv;
    struct node *a = malloc(sizeof *a);
    if (!a) return 1;
    a->next = NULL;
    if (argc > 5) a->next = NULL;
    return a->next->value; //~ null-dereference
}
