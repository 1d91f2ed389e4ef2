/* Six places for six things.
 *
 *     cglass c-examples/segments/where.c
 *
 * A program's memory is divided into segments. Code and constants lie lowest
 * and cannot be written. Then come the static variables: first those with a
 * value of their own, then those that start as 0 (the loader only has to clear
 * them, so they take no room in the file). Above them the heap grows upwards,
 * and from the far end the stack grows downwards.
 *
 * Look at the order that the program prints. Then declare a second local
 * variable, or a second static one, and ask where it lies.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int with_value = 7;
static int without_value;
static const int constant = 9;

struct thing {
    const char *name;
    uintptr_t address;
};

static int by_address(const void *left, const void *right) {
    const struct thing *a = left;
    const struct thing *b = right;
    return (a->address > b->address) - (a->address < b->address);
}

int main(void) {
    int local = 3;
    int *block = malloc(sizeof *block);

    struct thing things[] = {
        {"a local variable    (stack)", (uintptr_t)&local},
        {"a block from malloc (heap)", (uintptr_t)block},
        {"a static int        (bss: starts as 0)", (uintptr_t)&without_value},
        {"a static int = 7    (data)", (uintptr_t)&with_value},
        {"a const int = 9     (read-only data)", (uintptr_t)&constant},
        {"the function main   (text)", (uintptr_t)main},
    };
    size_t count = sizeof things / sizeof things[0];

    qsort(things, count, sizeof things[0], by_address);
    puts("from the lowest address to the highest:");
    for (size_t i = 0; i < count; i++) printf("  %s\n", things[i].name);

    free(block);
    return 0;
}
