// An empty range may be two null pointers, and null may be moved by nothing.
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct vector { int *begin, *end; };
struct point { int x, y, z[3]; };

static int sum(struct vector v) {
    int sum = 0;
    for (int *p = v.begin; p < v.end; p++) sum += *p;
    return sum;
}

int main(void) {
    int array[3] = {1, 2, 3}, none = 0;
    int *p = NULL;
    printf("%d %d\n", sum((struct vector){array, array + 3}), sum((struct vector){NULL, NULL}));
    p += none;
    p = p + none;
    printf("%d\n", (int)(p - p));
    printf("%zu %zu\n", (size_t)&((struct point *)0)->y, (size_t)&((struct point *)0)->z);
    printf("%zu\n", (size_t)((uintptr_t)&((struct point *)NULL)->z[2]));
    return p != NULL;
}
