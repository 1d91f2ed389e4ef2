/* The old way: the last array has one element and the block more. */
#include <stdio.h>
#include <stdlib.h>

struct row { int n; int cells[1]; };

int main(void) {
    struct row *r = malloc(sizeof *r + 4 * sizeof(int));
    r->n = 5;
    for (int i = 0; i < r->n; i++) r->cells[i] = i * 10;
    int *c = r->cells;
    printf("%d %d\n", c[4], r->cells[3]);
    free(r);
    return 0;
}
