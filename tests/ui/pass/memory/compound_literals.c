#include <stdio.h>

struct point { int x, y; };

static int sum(const struct point *p) { return p->x + p->y; }

static int *shared = (int[]){1, 2, 3};

int main(void) {
    struct point *p = &(struct point){3, 4};
    p->x++;
    printf("%d %d\n", sum(p), sum(&(struct point){.y = 10}));
    int *a = (int[5]){[2] = 7};
    printf("%d %d %d\n", a[2], a[4], shared[2]);
    shared[2] = 5;
    printf("%s %d\n", (char[]){"text"}, shared[2]);
    return 0;
}
