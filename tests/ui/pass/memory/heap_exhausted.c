/* Beyond the heap's limit malloc returns NULL, and a careful program goes on. */
//@ options: --heap-size 65536
//@ native: no, the heap of a real machine is larger
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int got = 0;
    void *blocks[100];
    while (got < 100 && (blocks[got] = malloc(10000)) != NULL) got++;
    printf("%d\n", got);
    while (got > 0) free(blocks[--got]);
    void *all = malloc(60000);
    printf("%d\n", all != NULL);
    free(all);
    return 0;
}
