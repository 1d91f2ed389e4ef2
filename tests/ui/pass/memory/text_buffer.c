/* A string that grows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buffer { char *data; size_t used, room; };

static void append(struct buffer *b, const char *text) {
    size_t n = strlen(text);
    if (b->used + n + 1 > b->room) {
        b->room = (b->used + n + 1) * 2;
        b->data = realloc(b->data, b->room);
        if (!b->data) exit(1);
    }
    memcpy(b->data + b->used, text, n + 1);
    b->used += n;
}

int main(void) {
    struct buffer b = {0};
    for (int i = 0; i < 50; i++) append(&b, i % 2 ? "ab" : "-");
    printf("%zu %.6s %c\n", b.used, b.data, b.data[b.used - 1]);
    free(b.data);
    return 0;
}
