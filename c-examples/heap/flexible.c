/* A struct and its array in one block.
 *
 *     cglass c-examples/heap/flexible.c
 *
 * A struct may end with an array without a length ("flexible array member").
 * It takes no room in the struct itself; you allocate as much more as you
 * need. One malloc, one free, and the length always lies beside the text. But
 * a copy by assignment copies the head only, never the array.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    size_t length;
    char letters[]; /* as many as the block has room for */
};

static struct text *text_from(const char *letters) {
    size_t length = strlen(letters);
    struct text *t = malloc(sizeof *t + length + 1);
    if (t == NULL) return NULL;
    t->length = length;
    memcpy(t->letters, letters, length + 1);
    return t;
}

int main(void) {
    struct text *t = text_from("flexible");
    if (t == NULL) return 1;

    printf("\"%s\" has %zu letters\n", t->letters, t->length);
    printf("the struct alone takes %zu bytes, this block %zu\n", sizeof *t, sizeof *t + t->length + 1);
    free(t);
    return 0;
}
