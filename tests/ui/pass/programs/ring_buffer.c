#include <stdbool.h>
#include <stdio.h>

#define SIZE 4
struct ring { int data[SIZE]; unsigned head, tail; };

static bool put(struct ring *r, int v) {
    if (r->head - r->tail == SIZE) return false;
    r->data[r->head++ % SIZE] = v;
    return true;
}

static bool get(struct ring *r, int *v) {
    if (r->head == r->tail) return false;
    *v = r->data[r->tail++ % SIZE];
    return true;
}

int main(void) {
    struct ring r = {{0}, 0, 0};
    int v;
    for (int i = 0; i < 6; i++) printf("%d", put(&r, i));
    while (get(&r, &v)) printf(" %d", v);
    put(&r, 9);
    printf(" %d %d\n", get(&r, &v), v);
    return 0;
}
