/* Turning a word round without a second array.
 *
 *     cglass c-examples/strings/reverse.c
 *
 * Two pointers walk towards each other and swap what they point to. Mind the
 * empty word: the last letter of nothing would lie before the array, so the
 * end is only formed when there is one.
 */
#include <stdio.h>
#include <string.h>

static void reverse(char *word) {
    size_t length = strlen(word);
    if (length == 0) return;

    for (char *left = word, *right = word + length - 1; left < right; left++, right--) {
        char letter = *left;
        *left = *right;
        *right = letter;
    }
}

int main(void) {
    char words[][9] = {"stressed", "level", "x", ""}; /* eight letters and the '\0' */
    size_t count = sizeof words / sizeof words[0];

    for (size_t i = 0; i < count; i++) {
        printf("\"%s\" -> ", words[i]);
        reverse(words[i]);
        printf("\"%s\"\n", words[i]);
    }
    return 0;
}
