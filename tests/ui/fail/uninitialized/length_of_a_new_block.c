/* The length of a text that was never begun. */
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *line = malloc(1);
    if (line == NULL)
        return 1;
    line = realloc(line, strlen(line) + 6); //~ uninitialized-read
    free(line);
    return 0;
}
