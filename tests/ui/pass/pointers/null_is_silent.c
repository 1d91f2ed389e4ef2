/* What C allows with a null pointer, and what everybody does. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct s { int a; double b; };

int main(void) {
    char *none = NULL;
    free(NULL);
    none = none + 0;
    memcpy(none, none, 0);
    int *p = realloc(NULL, sizeof *p);
    *p = 7;
    printf("%zu %d %d\n", (size_t)&((struct s *)0)->b, *p, none == NULL);
    free(p);
    int *q = NULL;
    printf("%d\n", &*q == NULL);
    return 0;
}
