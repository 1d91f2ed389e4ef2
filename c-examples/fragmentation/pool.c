/* Blocks of one size cannot fragment.
 *
 *     cglass c-examples/fragmentation/pool.c
 *
 * A pool takes one block and cuts it into slots of equal size. Free slots form
 * a list, and the link lies in the free slot itself: it costs nothing. Any free
 * slot fits any request, so there are never holes that are too small. Many
 * programs with a lot of equal nodes do this; so does Python for small objects.
 *
 * Look at the last line: the heap sees one block, whatever happens inside it.
 */
#include <stdio.h>
#include <stdlib.h>

enum { SLOTS = 8 };

union slot {
    union slot *next_free; /* while it is free */
    char text[24];         /* while it is in use */
};

struct pool {
    union slot *slots;
    union slot *free;
    int used;
};

static int pool_open(struct pool *p) {
    p->slots = malloc(SLOTS * sizeof *p->slots);
    if (p->slots == NULL) return 0;
    p->free = NULL;
    p->used = 0;
    for (int i = SLOTS - 1; i >= 0; i--) {
        p->slots[i].next_free = p->free;
        p->free = &p->slots[i];
    }
    return 1;
}

static union slot *pool_take(struct pool *p) {
    union slot *s = p->free;
    if (s == NULL) return NULL;
    p->free = s->next_free;
    p->used++;
    return s;
}

static void pool_give(struct pool *p, union slot *s) {
    s->next_free = p->free;
    p->free = s;
    p->used--;
}

int main(void) {
    struct pool pool;
    if (!pool_open(&pool)) return 1;

    union slot *taken[SLOTS];
    for (int i = 0; i < SLOTS; i++) {
        taken[i] = pool_take(&pool);
        snprintf(taken[i]->text, sizeof taken[i]->text, "message %d", i);
    }
    printf("used %d, one more: %s\n", pool.used, pool_take(&pool) == NULL ? "none left" : "there");

    pool_give(&pool, taken[5]);
    pool_give(&pool, taken[2]);
    union slot *again = pool_take(&pool);
    printf("used %d, the slot given back last comes first: %s\n", pool.used, again == taken[2] ? "yes" : "no");

    free(pool.slots);
    return 0;
}
