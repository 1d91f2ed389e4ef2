/* A pointer copied one character at a time is the same pointer. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int *p = malloc(sizeof *p);
    int *q;
    char *from = (char *)&p, *to = (char *)&q;
    *p = 42;
    for (size_t i = 0; i < sizeof p; i++) to[i] = from[i];
    printf("%d %d\n", *q, p == q);
    free(q);
    return 0;
}
