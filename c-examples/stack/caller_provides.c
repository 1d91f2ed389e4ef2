/* Three ways to hand a text back, all of them right.
 *
 *     cglass c-examples/stack/caller_provides.c
 *
 * A local array cannot be returned: it ends with its function (see
 * return_local.c). The array must live somewhere else: in the caller, on the
 * heap, or among the static variables. Each way has its price: the caller must
 * know the size; somebody must free; the next call overwrites the last result.
 */
#include <stdio.h>
#include <stdlib.h>

/* The caller's array, and its size: never more than fits. */
static void greet_into(char *text, size_t size, const char *name) {
    snprintf(text, size, "Hello, %s!", name);
}

/* A new block. The caller has to free it. */
static char *greet_new(const char *name) {
    int length = snprintf(NULL, 0, "Hello, %s!", name);
    char *text = malloc((size_t)length + 1);
    if (text != NULL) snprintf(text, (size_t)length + 1, "Hello, %s!", name);
    return text;
}

/* One array for all calls. */
static const char *greet_static(const char *name) {
    static char text[32];
    snprintf(text, sizeof text, "Hello, %s!", name);
    return text;
}

int main(void) {
    char mine[12];
    greet_into(mine, sizeof mine, "Ada Lovelace");
    printf("caller's: %s\n", mine);

    char *owned = greet_new("Grace");
    if (owned == NULL) return 1;
    printf("heap:     %s\n", owned);
    free(owned);

    const char *first = greet_static("Alan");
    const char *second = greet_static("Edsger");
    printf("static:   %s and %s\n", first, second);
    return 0;
}
