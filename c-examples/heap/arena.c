/* Allocate often, free once.
 *
 *     cglass c-examples/heap/arena.c
 *
 * An arena is one large block from which small pieces are cut, one behind the
 * other. No piece is freed alone; the whole arena is. That suits work that
 * comes in rounds: a line of input, a request, a level of a game. There is
 * nothing to forget and nothing to fragment. But a pointer into the arena is
 * worth nothing once it was reset, and no tool can see that as a use after
 * free: for malloc it is still one live block.
 *
 * Look at the last line: how many blocks does the heap know of?
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena {
    char *memory;
    size_t used;
    size_t size;
};

/* A piece that is aligned for any type, or NULL if the arena is full. */
static void *arena_take(struct arena *a, size_t size) {
    size_t unit = _Alignof(max_align_t);
    size_t rounded = (size + unit - 1) / unit * unit;
    if (rounded > a->size - a->used) return NULL;
    void *piece = a->memory + a->used;
    a->used += rounded;
    return piece;
}

static void arena_reset(struct arena *a) { a->used = 0; }

int main(void) {
    struct arena arena = {malloc(256), 0, 256};
    if (arena.memory == NULL) return 1;

    for (int round = 1; round <= 3; round++) {
        int pieces = 0;
        for (char *word; (word = arena_take(&arena, 24)) != NULL; pieces++) strcpy(word, "a word");
        printf("round %d: %d pieces of 24 bytes, %zu of 256 bytes used\n", round, pieces, arena.used);
        arena_reset(&arena);
    }
    free(arena.memory);
    return 0;
}
