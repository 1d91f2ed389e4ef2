/* Who can be reached from where?
 *
 *     cglass c-examples/structures/graph.c
 *
 * Each place has a list of the places next to it. The search goes from place
 * to place in rings: first all at distance 1, then all at distance 2. Marking
 * what was seen keeps it from running in circles. A garbage collector finds
 * the objects that are still needed in just this way: it starts at the
 * variables and marks what it reaches (see python/mark_sweep.c).
 */
#include <stdio.h>
#include <stdlib.h>

enum { PLACES = 7 };

struct road {
    int to;
    struct road *next;
};

static struct road *roads[PLACES];

static int build(int from, int to) {
    struct road *r = malloc(sizeof *r);
    if (r == NULL) return 0;
    *r = (struct road){to, roads[from]};
    roads[from] = r;
    return 1;
}

static void search(int start, int distance[PLACES]) {
    int queue[PLACES], first = 0, count = 0;

    for (int i = 0; i < PLACES; i++) distance[i] = -1; /* not seen yet */
    distance[start] = 0;
    queue[count++] = start;
    while (first < count) {
        int here = queue[first++];
        for (const struct road *r = roads[here]; r != NULL; r = r->next) {
            if (distance[r->to] >= 0) continue;
            distance[r->to] = distance[here] + 1;
            queue[count++] = r->to;
        }
    }
}

int main(void) {
    static const int pairs[][2] = {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 0}, {3, 4}, {5, 6}};
    int distance[PLACES];

    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) build(pairs[i][0], pairs[i][1]);
    search(0, distance);
    for (int i = 0; i < PLACES; i++) {
        if (distance[i] < 0) printf("%d: no way\n", i);
        else printf("%d: %d steps\n", i, distance[i]);
    }
    for (int i = 0; i < PLACES; i++) {
        for (struct road *r = roads[i], *next; r != NULL; r = next) {
            next = r->next;
            free(r);
        }
    }
    return 0;
}
