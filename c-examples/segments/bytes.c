/* Every object is a row of bytes.
 *
 *     cglass c-examples/segments/bytes.c
 *
 * A pointer to unsigned char may look at any object, byte by byte. The int
 * 0x01020304 shows its lowest byte first: this machine is "little endian".
 * -1 is all ones, and 1.0 is nothing you would have guessed. The type is not
 * in the memory: it is in the program, which knows how to read the bytes.
 */
#include <stdio.h>
#include <string.h>

static void show(const char *what, const void *object, size_t size) {
    const unsigned char *bytes = object;
    printf("%-12s", what);
    for (size_t i = 0; i < size; i++) printf(" %02x", bytes[i]);
    printf("\n");
}

int main(void) {
    int number = 0x01020304;
    int minus_one = -1;
    double one = 1.0;
    char text[] = "abc";

    show("0x01020304", &number, sizeof number);
    show("-1", &minus_one, sizeof minus_one);
    show("1.0", &one, sizeof one);
    show("\"abc\"", text, sizeof text); /* four bytes: the last one ends the string */

    /* The same four bytes, read as another type: memcpy is the allowed way. */
    unsigned int letters;
    memcpy(&letters, text, sizeof letters);
    printf("\"abc\" as an unsigned int: %u\n", letters);
    return 0;
}
