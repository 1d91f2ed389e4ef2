/* A way through the function that returns nothing.
 *
 *     cglass c-examples/errors/missing_return.c
 *
 * For 7 and 0 there is a return. For a negative number the function runs into
 * its closing brace, and the caller takes a value that nobody has put there.
 * On a real machine it often is what the last computation left behind, which
 * may even be right.
 *
 * Mend it: what shall the sign of a negative number be? Return that.
 */
#include <stdio.h>

static int sign(int n) {
    if (n > 0) return 1;
    if (n == 0) return 0;
}

int main(void) {
    printf("sign(7) = %d\n", sign(7));
    printf("sign(0) = %d\n", sign(0));
    printf("sign(-3) = %d\n", sign(-3));
    return 0;
}
