#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *part(const char *text, int from, int n) {
    char *word = malloc((size_t)n + 1);
    for (int i = 0; i < n; i++)
        word[i] = text[from + i];
    return word;
}

int main(void) {
    char *word = part("one two three", 4, 3);
    printf("%s\n", word); //~ uninitialized-read
    free(word);
    return 0;
}
