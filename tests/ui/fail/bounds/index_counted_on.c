#include <stdlib.h>

int main(void)
{
    char *line = malloc(4);
    int n = 0;
    for (const char *from = "abcdef"; *from; from++)
        line[n++] = *from; //~ out-of-bounds
    free(line);
    return 0;
}
