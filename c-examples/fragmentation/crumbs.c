/* Enough memory is free, but not in one piece.
 *
 *     cglass --heap-size 4096 c-examples/fragmentation/crumbs.c
 *
 * The heap is 4 KiB. The program fills it with small blocks and then frees
 * every second one. Nearly half of the heap is free now, but in holes of one
 * block each, with blocks in use between them. A request that is larger than
 * one hole fails, although all holes together would hold it three times over.
 *
 * The program ends right there, so that the report shows the heap as it is:
 * the holes, the largest one, the request that failed, and the fragmentation.
 * That is 0 % when all that is free is one piece, and near 100 % when it is
 * crumbs.
 *
 * Without --heap-size the heap grows instead, and the request is met at its
 * end: compare the two reports.
 */
#include <stdio.h>
#include <stdlib.h>

enum { COUNT = 60, SMALL = 48, LARGE = 400 };

static char *blocks[COUNT];

int main(void) {
    for (int i = 0; i < COUNT; i++) blocks[i] = malloc(SMALL);
    printf("%d blocks of %d bytes\n", COUNT, SMALL);

    for (int i = 0; i < COUNT; i += 2) {
        free(blocks[i]);
        blocks[i] = NULL;
    }
    printf("%d bytes given back, in holes\n", COUNT / 2 * SMALL);

    char *large = malloc(LARGE);
    printf("%d bytes in one piece: %s\n", LARGE, large ? "found" : "not there");
    free(large);
    return 0; /* 30 blocks are still held by 'blocks', on purpose */
}
