/* strlen counts the letters, not the zero behind them.
 *
 *     cglass c-examples/strings/forgotten_byte.c
 *
 * The block has room for the five letters of "hello". strcpy writes six bytes:
 * the last one is the '\0'. It lands behind the block. Most allocators round
 * sizes up, so the mistake shows only for some lengths; these are the worst.
 *
 * Mend it: malloc(strlen(text) + 1)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *copy_of(const char *text) {
    char *copy = malloc(strlen(text));
    strcpy(copy, text);
    return copy;
}

int main(void) {
    char *word = copy_of("hello");
    printf("%s\n", word);
    free(word);
    return 0;
}
