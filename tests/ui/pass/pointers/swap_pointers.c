#include <stdio.h>

static void swap(int **a, int **b) {
    int *t = *a;
    *a = *b;
    *b = t;
}

int main(void) {
    int x = 1, y = 2;
    int *p = &x, *q = &y, **pp = &p;
    swap(&p, &q);
    printf("%d %d %d\n", *p, *q, **pp);
    *pp = &x;
    printf("%d\n", *p);
    return 0;
}
