/* A block lives until it is freed, not until a function returns.
 *
 *     cglass c-examples/heap/lifetime.c
 *
 * 'copy_of' allocates a block and returns its address. Its own variable 'copy'
 * ends with the call; the block does not. So a function can make something
 * that its caller keeps. The price: somebody has to free it, exactly once, and
 * C does not say who. Write it down at the function, as here.
 *
 * Try: leave one free out, and see where cglass says the block was lost.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A new block with the same text, or NULL. The caller has to free it. */
static char *copy_of(const char *text) {
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    if (copy != NULL) memcpy(copy, text, size);
    return copy;
}

int main(void) {
    char *first = copy_of("borrowed");
    char *second = copy_of("blue");

    if (first != NULL && second != NULL) {
        first[0] = 'B'; /* ours: no literal is touched */
        printf("%s and %s\n", first, second);
    }
    free(second);
    free(first);
    return 0;
}
