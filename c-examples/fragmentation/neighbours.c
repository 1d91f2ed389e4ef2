/* Free neighbours become one hole.
 *
 *     cglass --explain c-examples/fragmentation/neighbours.c
 *
 * Three blocks side by side are freed, and the allocator joins them at once:
 * a request as large as all three is met in their place. If one block in the
 * middle were still in use there would be two holes, and neither would do.
 *
 * Try: do not free 'b' before the large request. Where does the block go?
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { SIZE = 2000 };

int main(void) {
    char *a = malloc(SIZE);
    char *b = malloc(SIZE);
    char *c = malloc(SIZE);
    char *guard = malloc(SIZE); /* so that the hole is not at the heap's end */
    if (a == NULL || b == NULL || c == NULL || guard == NULL) return 1;

    uintptr_t first = (uintptr_t)a;
    free(a);
    free(c);
    free(b); /* joins the holes on both sides */

    char *large = malloc(3 * SIZE);
    if (large == NULL) return 1;
    printf("%d bytes in one piece, at the place of the first block: %s\n", 3 * SIZE,
           (uintptr_t)large == first ? "yes" : "no");

    free(large);
    free(guard);
    return 0;
}
