/* An array that grows.
 *
 *     cglass --explain c-examples/heap/growing_array.c
 *
 * The block is doubled whenever it is full. So a thousand values need only a
 * few calls of realloc, and each value is moved about once on average. realloc
 * may move the block: its result is the new address, and the old one must not
 * be used any more. When it fails it returns NULL and leaves the old block as
 * it is: that is why the result goes into a variable of its own first.
 */
#include <stdio.h>
#include <stdlib.h>

struct numbers {
    int *values;
    size_t count;
    size_t capacity;
};

/* Appends a value; 0 if there is no memory, and then nothing has changed. */
static int append(struct numbers *n, int value) {
    if (n->count == n->capacity) {
        size_t capacity = n->capacity == 0 ? 4 : 2 * n->capacity;
        int *values = realloc(n->values, capacity * sizeof *values);
        if (values == NULL) return 0;
        n->values = values;
        n->capacity = capacity;
    }
    n->values[n->count++] = value;
    return 1;
}

int main(void) {
    struct numbers squares = {0}; /* realloc(NULL, n) is malloc(n) */
    size_t grown = 0;

    for (int i = 0; i < 1000; i++) {
        size_t before = squares.capacity;
        if (!append(&squares, i * i)) break;
        if (squares.capacity != before) grown++;
    }
    printf("%zu values, room for %zu, grown %zu times\n", squares.count, squares.capacity, grown);
    printf("the last one: %d\n", squares.values[squares.count - 1]);

    free(squares.values);
    return 0;
}
