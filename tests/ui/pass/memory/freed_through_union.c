// A block is freed through a pointer that came by way of a union with more alignment
// than the member has there: back at the block's start it is the block's pointer.
#include <stddef.h>
#include <stdlib.h>

struct inner { long x; int y; };
union any { struct inner inner; long double aligned; };
struct outer { char extra[8]; struct inner inner; };

int main(void) {
    char *block = malloc(sizeof(struct outer));
    if (block == NULL) return 1;
    struct inner *inner = (struct inner *)(block + offsetof(struct outer, inner));
    struct inner *same = &((union any *)inner)->inner;
    same->y = 1;
    struct outer *outer = (struct outer *)((char *)same - offsetof(struct outer, inner));
    outer = realloc(outer, 64);
    if (outer == NULL) return 1;
    same = &((union any *)&outer->inner)->inner;
    free((char *)same - offsetof(struct outer, inner));
    return 0;
}
