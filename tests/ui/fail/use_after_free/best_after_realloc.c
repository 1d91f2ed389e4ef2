#include <stdio.h>
#include <stdlib.h>

/* A pointer to an element is worthless once the array has grown. */
int main(void)
{
    int count = 2, size = 2;
    int *scores = malloc(size * sizeof *scores);
    if (scores == NULL)
        return 1;
    scores[0] = 12;
    scores[1] = 40;
    int top = 1;
    int *best = &scores[top];
    int *larger = realloc(scores, 100 * sizeof *scores);
    if (larger == NULL) {
        free(scores);
        return 1;
    }
    scores = larger;
    scores[count++] = 7;
    printf("%d of %d\n", *best, count); //~ use-after-free
    free(scores);
    return 0;
}
