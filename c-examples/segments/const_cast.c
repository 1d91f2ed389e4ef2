/* Casting 'const' away does not make memory writable.
 *
 *     cglass c-examples/segments/const_cast.c
 *
 * 'limit' was defined const, so it may lie in read-only memory, and a compiler
 * may have put 100 in its place everywhere. 'budget' is an ordinary variable
 * that was only lent out as const. The same cast is allowed for one of them
 * and not for the other: what counts is how the object itself was defined.
 *
 * Mend it: whoever has to write asks for an 'int *', not for a 'const int *'.
 */
#include <stdio.h>

static const int limit = 100;

static void raise_by_ten(const int *value) {
    *(int *)value += 10;
}

int main(void) {
    int budget = 50;

    raise_by_ten(&budget);
    printf("budget: %d\n", budget);
    raise_by_ten(&limit);
    printf("limit: %d\n", limit);
    return 0;
}
