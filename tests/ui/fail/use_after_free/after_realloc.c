#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int *a = malloc(2 * sizeof *a);
    a[0] = 1;
    int *alias = a;
    int *b = realloc(a, 1000 * sizeof *b);
    if (!b) return 1;
    printf("%d %d\n", b[0], alias[0]); //~ use-after-free
    free(b);
    return 0;
}
