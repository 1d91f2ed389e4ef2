/* Reading a float as an int through a pointer.
 *
 *     cglass c-examples/errors/bits_of_a_float.c
 *
 * C lets you look at the bytes of an object as unsigned char, but not as just
 * any other type. A compiler counts on that: it may think that *bits and f
 * have nothing to do with each other, and read an old value. It works without
 * optimisation and breaks with it.
 *
 * Mend it: memcpy(&bits, &f, sizeof bits), with an unsigned bits. Compilers
 * know it and copy nothing.
 */
#include <stdio.h>

int main(void) {
    float f = 0.15625f;
    unsigned *bits = (unsigned *)&f;

    printf("%g is stored as %08x\n", f, *bits);
    return 0;
}
