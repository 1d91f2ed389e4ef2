/* realloc says no, and the old block is lost.
 *
 *     cglass --heap-size 64K c-examples/leaks/realloc_null.c
 *     cglass --heap-size 64K --suggest c-examples/leaks/realloc_null.c
 *
 * When realloc has no room it returns NULL and leaves the old block as it was.
 * 'line = realloc(line, ...)' stores that NULL over the only pointer to it.
 * The command gives the program a heap of 64 kilobytes, so that the request
 * fails; on your own machine it would succeed, until one day it does not.
 *
 * Try: give realloc's result to a variable of its own first.
 */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char *line = malloc(100);
    if (line == NULL) return 1;
    line[0] = '\0';

    line = realloc(line, 1000000);
    if (line == NULL) {
        puts("no room for a line that long");
        return 0;
    }
    puts("there was room");
    free(line);
    return 0;
}
