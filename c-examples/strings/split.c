/* strtok cuts the text itself.
 *
 *     cglass c-examples/strings/split.c
 *
 * strtok writes a '\0' over each separator and returns pointers into the very
 * text it was given. So the text must be yours and writable (not a literal),
 * it is in pieces afterwards, and the words live only as long as it does. No
 * block is allocated: there is nothing to free.
 *
 * Try: declare 'line' as a pointer to the literal, and run it again.
 */
#include <stdio.h>
#include <string.h>

enum { MOST = 8 };

static int split(char *line, char *words[], int most) {
    int count = 0;
    for (char *word = strtok(line, " ,"); word != NULL && count < most; word = strtok(NULL, " ,")) {
        words[count++] = word;
    }
    return count;
}

int main(void) {
    char line[] = "red, green,blue  white";
    char *words[MOST];
    size_t size = sizeof line;

    int count = split(line, words, MOST);
    for (int i = 0; i < count; i++) printf("%d: %-6s at letter %2td of the line\n", i, words[i], words[i] - line);

    printf("what is left of the line: ");
    for (size_t i = 0; i < size; i++) putchar(line[i] == '\0' ? '|' : line[i]);
    printf("\n");
    return 0;
}
