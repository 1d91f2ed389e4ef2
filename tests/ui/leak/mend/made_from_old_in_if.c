#include <stdlib.h>
#include <string.h>

static char *joined(const char *a, const char *b) {
    char *both = malloc(strlen(a) + strlen(b) + 1); //~ leak: definite 3
    strcpy(both, a);
    strcat(both, b);
    return both;
}

int main(void) {
    char *line = joined("a", "b");
    for (int i = 0; i < 2; i++)
        if (i == 1)
            line = joined(line, "c");
    free(line);
    return 0;
}
