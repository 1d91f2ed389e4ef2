/* Copying a text onto itself.
 *
 *     cglass c-examples/strings/overlap.c
 *
 * To remove the first letter, the rest is moved one place to the left. Source
 * and destination overlap, and strcpy (like memcpy) may copy in any order, or
 * eight bytes at a time. It often works with short texts and breaks with long
 * ones.
 *
 * Mend it: memmove is made for this. Do not forget the '\0':
 * memmove(text, text + 1, strlen(text));
 */
#include <stdio.h>
#include <string.h>

static void remove_first(char *text) {
    if (text[0] != '\0') strcpy(text, text + 1);
}

int main(void) {
    char word[] = "scout";

    remove_first(word);
    printf("%s\n", word);
    return 0;
}
