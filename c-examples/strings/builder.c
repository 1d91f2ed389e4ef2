/* Building a text whose length nobody knows yet.
 *
 *     cglass --explain c-examples/strings/builder.c
 *
 * strcat into a fixed array is an overflow that waits for its day, and it
 * looks for the end of the text again at each call. A builder remembers the
 * length and grows its block. snprintf with no room at all tells how many
 * letters there will be; then the room is made, then they are written.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct builder {
    char *text;
    size_t length;
    size_t capacity;
};

/* Appends as printf prints; 0 if there is no memory. */
static int add(struct builder *b, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int more = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (more < 0) return 0;

    size_t needed = b->length + (size_t)more + 1;
    if (needed > b->capacity) {
        char *text = realloc(b->text, 2 * needed);
        if (text == NULL) return 0;
        b->text = text;
        b->capacity = 2 * needed;
    }
    va_start(arguments, format); /* the arguments once more, from the first */
    vsnprintf(b->text + b->length, b->capacity - b->length, format, arguments);
    va_end(arguments);
    b->length += (size_t)more;
    return 1;
}

int main(void) {
    struct builder b = {0};

    add(&b, "powers of two:");
    for (int i = 0; i <= 16; i += 2) add(&b, " %d", 1 << i);
    if (b.text != NULL) printf("%s\n%zu letters\n", b.text, b.length);
    free(b.text);
    return 0;
}
