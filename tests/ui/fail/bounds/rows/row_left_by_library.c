// A row that was passed on knows the matrix around it: leaving it is told, and done.
#include <stdio.h>
#include <string.h>

static char words[3][4] = {"one", "four", "six"};

static int same(const char *word, const char *other) { return strcmp(word, other) == 0; } //~ out-of-bounds

static void copy(char *to, const char *rows) { strncpy(to, rows + 4, 8); } //~ out-of-bounds

int main(void)
{
    char to[12];
    copy(to, words[0]);
    printf("%d %s %d\n", same(words[0], "one"), to, same(words[1], "foursix"));
    return 0;
}
