/* The same place again.
 *
 *     cglass --explain c-examples/fragmentation/first_fit.c
 *
 * free does not give memory back to the system: it makes a hole in the heap,
 * and the next request that fits gets it. The middle one of three blocks is
 * freed here; the new block of the same size lies where it was.
 * The address is kept as an integer before the block is freed: after that,
 * even looking at the pointer's value is not allowed.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char *left = malloc(100);
    char *middle = malloc(100);
    char *right = malloc(100);
    if (left == NULL || middle == NULL || right == NULL) return 1;

    uintptr_t place = (uintptr_t)middle;
    free(middle); /* a hole between two blocks in use */

    char *next = malloc(100);
    if (next == NULL) return 1;
    printf("the new block fills the hole: %s\n", (uintptr_t)next == place ? "yes" : "no");

    free(left);
    free(next);
    free(right);
    return 0;
}
