#include <stdio.h>

struct point { int x, y; };
struct shape { struct point corners[3]; const char *name; int tags[4]; };

static int primes[] = {2, 3, 5, 7, [8] = 23, 29};
static struct shape s = {.corners = {[1] = {5, 6}, {7}}, "triangle", {1, [3] = 4}};
static int matrix[][3] = {1, 2, 3, 4, 5};
static char text[10] = "abc", exact[3] = {"xyz"}, list[] = {'o', 'k', 0};

int main(void) {
    struct shape copy = {s.corners[0], {9, 9}, .name = s.name};
    struct point p[] = {1, 2, {3}, [4].y = 8, [0].x = 10};
    printf("%zu %d %d\n", sizeof primes / sizeof *primes, primes[7], primes[9]);
    printf("%d %d %d %s %d\n", s.corners[1].y, s.corners[2].x, s.corners[2].y, s.name, s.tags[3]);
    printf("%zu %d %d\n", sizeof matrix / sizeof *matrix, matrix[1][1], matrix[1][2]);
    printf("%s %c %s %d\n", text, exact[2], list, text[9]);
    printf("%d %s %zu %d %d %d\n", copy.corners[1].x, copy.name, sizeof p / sizeof *p, p[4].y, p[0].x, p[0].y);
    return 0;
}
