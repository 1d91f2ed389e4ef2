/* A second malloc into the same variable: the first block is lost.
 *
 *     cglass c-examples/leaks/overwritten.c
 *     cglass --suggest c-examples/leaks/overwritten.c
 *
 * A block has no name, only its address. 'text' holds the address of the first
 * block; the second assignment stores another address over it, and nobody
 * knows any more where the first block is. Look at the two lines of the
 * report: where the block was allocated, and where the last pointer to it was
 * overwritten. The free at the end is right, but it frees the second block.
 *
 * The second command shows where a free would stand, tried on the same input.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char *text = malloc(6);
    if (text == NULL) return 1;
    strcpy(text, "first");
    puts(text);

    text = malloc(7);
    if (text == NULL) return 1;
    strcpy(text, "second");
    puts(text);
    free(text);
    return 0;
}
