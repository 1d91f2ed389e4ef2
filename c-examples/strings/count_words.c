/* Reading lines of any input, safely.
 *
 *     echo to be or not to be | cglass c-examples/strings/count_words.c
 *
 * fgets never writes more than the array can hold. It keeps the end of the
 * line ('\n') when it fits, and returns NULL at the end of the input: that is
 * the loop's condition, not feof. ctype's functions want an unsigned char, or
 * they are asked about negative numbers when a letter has an accent.
 */
#include <ctype.h>
#include <stdio.h>

int main(void) {
    char line[16]; /* short on purpose: longer lines come in pieces */
    int letters = 0, words = 0, lines = 0, in_word = 0;

    while (fgets(line, sizeof line, stdin) != NULL) {
        for (const char *p = line; *p != '\0'; p++) {
            if (*p == '\n') lines++;
            if (isspace((unsigned char)*p)) {
                in_word = 0;
                continue;
            }
            letters++;
            if (!in_word) words++;
            in_word = 1;
        }
    }
    printf("%d lines, %d words, %d letters\n", lines, words, letters);
    return 0;
}
