/* A number is not an address.
 *
 *     cglass c-examples/errors/wild_pointer.c
 *
 * The message begins with a length and a 'pointer' that somebody wrote into a
 * file as a number. In the run that wrote it, it was an address. In this run
 * nothing lives there. Pointers have a meaning only while the program that
 * made them runs, and only as long as their object does.
 *
 * Mend it: store an offset or an index instead.
 */
#include <stdint.h>
#include <stdio.h>

struct saved {
    int length;
    uintptr_t letters; /* was the address of five letters, yesterday */
};

int main(void) {
    struct saved message = {5, 0x5f3759df};
    const char *letters = (const char *)message.letters;

    for (int i = 0; i < message.length; i++) putchar(letters[i]);
    putchar('\n');
    return 0;
}
