/* char a[] and char *p.
 *
 *     cglass c-examples/strings/array_or_pointer.c
 *
 * An array is the letters; a pointer is where some letters are. sizeof shows
 * it: the array takes as many bytes as it has letters and one for the '\0',
 * the pointer always 8. In a parameter list both mean the pointer: there
 * sizeof tells nothing about the array, and its length has to be passed, or
 * found with strlen.
 */
#include <stdio.h>
#include <string.h>

static void receive(const char *text, size_t size) {
    printf("received: the pointer has %zu bytes, the array it points into %zu\n", sizeof text, size);
}

int main(void) {
    char array[] = "memory";
    const char *pointer = "memory";
    char large[32] = "memory";

    printf("array:   sizeof %2zu, strlen %zu\n", sizeof array, strlen(array));
    printf("pointer: sizeof %2zu, strlen %zu\n", sizeof pointer, strlen(pointer));
    printf("large:   sizeof %2zu, strlen %zu\n", sizeof large, strlen(large));
    receive(large, sizeof large);

    pointer = array + 3; /* a pointer can be moved; an array cannot */
    array[3] = 'O';      /* and what it points to has just been changed */
    printf("pointer: %s\n", pointer);
    return 0;
}
