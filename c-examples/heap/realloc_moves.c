/* realloc moves the block, and an old pointer stays behind.
 *
 *     cglass c-examples/heap/realloc_moves.c
 *
 * 'best' points into the array. Then the array grows, and because another
 * block stands behind it, it has to move. The old place is freed, and 'best'
 * still leads there. The mistake is so common because it often goes well: as
 * long as the block can grow where it is, the address stays the same.
 *
 * Mend it: keep the index of the best value, not its address.
 */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int *scores = malloc(4 * sizeof *scores);
    for (int i = 0; i < 4; i++) scores[i] = 10 * i;
    int *best = &scores[3];

    char *note = malloc(16); /* now nothing is free right behind the scores */

    scores = realloc(scores, 8 * sizeof *scores);
    for (int i = 4; i < 8; i++) scores[i] = 0;

    *best += 5; /* a bonus for the best one */
    printf("the best score: %d\n", scores[3]);

    free(note);
    free(scores);
    return 0;
}
