/* A queue in a ring.
 *
 *     cglass c-examples/structures/queue.c
 *
 * First in, first out. Moving all elements forward at each step would be slow,
 * so the array is used as a ring: behind the last element comes the first one
 * again. 'first' and 'count' say where the queue is; the remainder (%) bends
 * the index round. Nothing is allocated after the start, and nothing moves.
 */
#include <stdio.h>
#include <stdlib.h>

struct queue {
    int *items;
    size_t room, first, count;
};

static int queue_open(struct queue *q, size_t room) {
    *q = (struct queue){.items = malloc(room * sizeof *q->items), .room = room};
    return q->items != NULL;
}

static int put(struct queue *q, int item) {
    if (q->count == q->room) return 0;
    q->items[(q->first + q->count++) % q->room] = item;
    return 1;
}

static int take(struct queue *q, int *item) {
    if (q->count == 0) return 0;
    *item = q->items[q->first];
    q->first = (q->first + 1) % q->room;
    q->count--;
    return 1;
}

int main(void) {
    struct queue q;
    int item, ticket = 0;
    if (!queue_open(&q, 4)) return 1;

    for (int round = 1; round <= 3; round++) {
        int turned_away = 0;
        for (int i = 0; i < 3; i++) turned_away += !put(&q, ++ticket);
        printf("round %d: served", round);
        for (int i = 0; i < 2 && take(&q, &item); i++) printf(" %d", item);
        printf(", waiting %zu, turned away %d\n", q.count, turned_away);
    }
    free(q.items);
    return 0;
}
