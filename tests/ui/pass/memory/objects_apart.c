//@ native: no, gcc leaves no byte between objects and prints 1 at times
// The end of one object is the start of no other (semantics.md §1).
#include <stdio.h>

struct pair { int first, second; };

static char left[8], right[8];

static int adjacent(const void *end, const void *start) { return end == start; }

static int arguments(struct pair a, struct pair b) { return adjacent(&a + 1, &b) + adjacent(&b + 1, &a); }

int main(void) {
    char a[8], b[8];
    int x, y, n = 16;
    printf("%d %d\n", adjacent(a + 8, b), adjacent(b + 8, a));
    printf("%d %d\n", adjacent(&x + 1, &y), adjacent(&y + 1, &x));
    printf("%d %d\n", adjacent(left + 8, right), adjacent(right + 8, left));
    char v[n], w[n];
    printf("%d %d\n", adjacent(v + n, w), adjacent(w + n, v));
    char *u = __builtin_alloca(16);
    printf("%d %d %d\n", adjacent(u + 16, v), adjacent(u + 16, w), adjacent(u + 16, a));
    printf("%d\n", arguments((struct pair){1, 2}, (struct pair){3, 4}));
    return 0;
}
