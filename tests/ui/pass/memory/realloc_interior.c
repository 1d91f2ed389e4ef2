/* Pointers inside a block keep their meaning when realloc moves it. */
#include <stdio.h>
#include <stdlib.h>

struct item { int n; struct item *other; };

int main(void) {
    int x = 5;
    int **table = malloc(2 * sizeof *table);
    table[0] = malloc(sizeof(int));
    table[1] = &x;
    *table[0] = 11;
    void *fence = malloc(32);
    table = realloc(table, 100 * sizeof *table);
    table[99] = table[0];
    printf("%d %d\n", *table[99], *table[1]);
    free(table[0]);
    free(table);
    free(fence);
    return 0;
}
