/* Only what malloc gave can be freed.
 *
 *     cglass c-examples/errors/invalid_free.c
 *
 * The loop moves 'text' forward to skip the blanks. At the end it no longer
 * points to the start of the block, and free does not take a pointer to the
 * middle: it looks for its books right before the address.
 *
 * Mend it: leave 'text' where it is and walk with a second pointer.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char *text = malloc(16);
    if (text == NULL) return 1;
    strcpy(text, "   indented");

    while (*text == ' ') text++;
    printf("%s\n", text);

    free(text);
    return 0;
}
