/* A pointer through memcpy, a union, a struct copy, realloc and back. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

union any { void *pointer; double number; char bytes[8]; };
struct slot { int tag; union any value; };

static struct slot pass(struct slot s) { return s; }

int main(void) {
    char *text = malloc(8);
    strcpy(text, "carried");
    struct slot *slots = malloc(sizeof *slots);
    slots[0] = pass((struct slot){1, {.pointer = text}});
    slots = realloc(slots, 50 * sizeof *slots);
    memmove(&slots[20], &slots[0], sizeof *slots);
    struct slot last = slots[20];
    puts(last.value.pointer);
    free(last.value.pointer);
    free(slots);
    return 0;
}
