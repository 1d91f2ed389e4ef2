/* The other heap.
 *
 *     cglass c-examples/structures/priority_queue.c
 *
 * "Heap" has two meanings that have nothing to do with each other: the memory
 * that malloc gives out, and this tree in an array, in which every parent is
 * smaller than its children. The children of i stand at 2i + 1 and 2i + 2: no
 * pointers, no blocks. The smallest value is always at the front.
 */
#include <stdio.h>

enum { MOST = 16 };

struct queue {
    int items[MOST];
    int count;
};

static void swap(int *a, int *b) {
    int old = *a;
    *a = *b;
    *b = old;
}

static int put(struct queue *q, int item) {
    if (q->count == MOST) return 0;
    int i = q->count++;
    q->items[i] = item;
    for (; i > 0 && q->items[i] < q->items[(i - 1) / 2]; i = (i - 1) / 2) {
        swap(&q->items[i], &q->items[(i - 1) / 2]); /* up, past larger parents */
    }
    return 1;
}

static int take_smallest(struct queue *q, int *item) {
    if (q->count == 0) return 0;
    *item = q->items[0];
    q->items[0] = q->items[--q->count];
    for (int i = 0;;) { /* down, past smaller children */
        int child = 2 * i + 1;
        if (child + 1 < q->count && q->items[child + 1] < q->items[child]) child++;
        if (child >= q->count || q->items[i] <= q->items[child]) return 1;
        swap(&q->items[i], &q->items[child]);
        i = child;
    }
}

int main(void) {
    int values[] = {31, 4, 15, 9, 2, 6, 5};
    struct queue q = {.count = 0};
    int item;

    for (int i = 0; i < 7; i++) put(&q, values[i]);
    printf("as it lies in the array:");
    for (int i = 0; i < q.count; i++) printf(" %d", q.items[i]);
    printf("\nsmallest first:         ");
    while (take_smallest(&q, &item)) printf(" %d", item);
    printf("\n");
    return 0;
}
