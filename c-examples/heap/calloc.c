/* malloc gives memory, calloc gives zeros.
 *
 *     cglass c-examples/heap/calloc.c
 *
 * A block from malloc holds nothing that you may read until you have written
 * it. calloc clears the block, and it multiplies for you: it notices when
 * count times size is more than a size_t can hold, where malloc(count * size)
 * would quietly allocate too little.
 *
 * Try: take malloc for 'seen', too, and run it again.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    const char *text = "the quick brown fox jumps over the lazy dog";
    int *seen = calloc(26, sizeof *seen); /* counters: 0 is what we want */
    char *order = malloc(27);             /* filled before it is read */
    int length = 0;

    if (seen == NULL || order == NULL) return 1;
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == ' ') continue;
        if (seen[*p - 'a']++ == 0) order[length++] = *p;
    }
    order[length] = '\0';
    printf("%d letters, in this order: %s\n", length, order);
    printf("'o' stands there %d times\n", seen['o' - 'a']);

    size_t many = SIZE_MAX / 2;
    void *impossible = calloc(many, 4); /* the product does not fit */
    printf("too much: %s\n", impossible == NULL ? "NULL" : "a block");

    free(order);
    free(seen);
    return 0;
}
