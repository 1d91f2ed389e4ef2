/* The way out that was written in a hurry.
 *
 *     cglass c-examples/leaks/early_return.c
 *
 * The function frees its copy at the end, but one of the two ways out does not
 * lead past there. Such a leak is not seen as long as everybody gives the
 * function what it likes: only the third call takes the wrong way. The report
 * names the return that ended 'copy', and the call that led there.
 *
 * Try: leave out the call with "" and run it again. Then give the function a
 * single way out.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Prints a word in capitals; says whether there was anything to print. */
static int shout(const char *word) {
    char *copy = malloc(strlen(word) + 1);
    if (copy == NULL) return 0;
    strcpy(copy, word);
    if (copy[0] == '\0') return 0;

    for (char *c = copy; *c != '\0'; c++) *c = (char)toupper((unsigned char)*c);
    puts(copy);
    free(copy);
    return 1;
}

int main(void) {
    int printed = 0;

    printed += shout("hear");
    printed += shout("me");
    printed += shout("");
    printf("%d words\n", printed);
    return 0;
}
