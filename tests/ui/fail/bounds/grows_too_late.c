#include <stdio.h>
#include <stdlib.h>
typedef struct { int *items; int count, cap; } Vec;
void push(Vec *v, int x)
{
    if (v->count > v->cap) {
        v->cap *= 2;
        v->items = realloc(v->items, v->cap * sizeof(int));
    }
    v->items[v->count++] = x; //~ out-of-bounds
}
int main(void)
{
    Vec v = {malloc(4 * sizeof(int)), 0, 4};
    for (int i = 0; i < 6; i++)
        push(&v, i);
    printf("%d\n", v.count);
    free(v.items);
    return 0;
}
