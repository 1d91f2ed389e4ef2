/* The function changes its copy of the struct; the caller's stays as it was. */
#include <stdio.h>
#include <stdlib.h>

struct stack {
    int *items;
    int used;
};

static void start(struct stack s, int room)
{
    s.items = malloc(room * sizeof *s.items);
    s.used = 1;
    if (s.items != NULL)
        s.items[0] = 5;
}

int main(void)
{
    struct stack s = {NULL, 0};
    start(s, 4);
    printf("%d\n", s.items[0]); //~ null-dereference
    free(s.items);
    return 0;
}
