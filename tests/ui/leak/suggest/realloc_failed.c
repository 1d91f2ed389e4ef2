//@ options: --suggest --heap-size 65536
#include <stdio.h>
#include <stdlib.h>
int main(void) {
    char *line = malloc(100); //~ leak: definite 100
    line = realloc(line, 1000000); //~ lost: realloc-failed
    if (line == NULL) {
        puts("no room");
        return 0;
    }
    free(line);
    return 0;
}
