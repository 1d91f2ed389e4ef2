/* One variable that is larger than the stack.
 *
 *     cglass c-examples/stack/large_local.c
 *
 * A stack overflow needs no recursion. The picture below has 2048 x 2048
 * pixels of 4 bytes: 16 MiB, and the stack has 8. Nothing is even written to
 * it: making room is what fails, at the declaration.
 *
 * Mend it: large things belong on the heap (malloc), or, if there is one of
 * them for the whole run, among the static variables.
 */
#include <stdio.h>

enum { SIDE = 2048 };

static int brightest(void) {
    int picture[SIDE][SIDE];
    int best = 0;

    for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
            picture[y][x] = (x ^ y) & 255;
            if (picture[y][x] > best) best = picture[y][x];
        }
    }
    return best;
}

int main(void) {
    printf("brightest pixel: %d\n", brightest());
    return 0;
}
