/* Two pointers into one block, their difference kept in the block itself. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

struct relative { ptrdiff_t to; int value; };

int main(void) {
    char *block = malloc(64);
    struct relative *a = (struct relative *)block, *b = (struct relative *)(block + 32);
    a->value = 1;
    b->value = 2;
    a->to = (char *)b - (char *)a;
    b->to = (char *)a - (char *)b;
    struct relative *again = (struct relative *)((char *)a + a->to);
    printf("%d %d\n", again->value, ((struct relative *)((char *)again + again->to))->value);
    free(block);
    return 0;
}
