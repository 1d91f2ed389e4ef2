/* A string literal is not yours to change.
 *
 *     cglass c-examples/segments/literal.c
 *
 * 'word' is a pointer to the literal, and the literal lies in read-only
 * memory. 'copy' is an array of its own: the literal only said what to put
 * in it at first. The two lines look alike and mean different things.
 *
 * Mend it: declare 'word' as an array, too. And write 'const char *' whenever
 * you do point to a literal: then the compiler objects before the run does.
 */
#include <ctype.h>
#include <stdio.h>

static void capitalise(char *text) {
    text[0] = (char)toupper((unsigned char)text[0]);
}

int main(void) {
    char copy[] = "ada";
    char *word = "grace";

    capitalise(copy);
    printf("%s\n", copy);

    capitalise(word); /* on a real machine: Segmentation fault */
    printf("%s\n", word);
    return 0;
}
