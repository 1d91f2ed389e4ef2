/* A recursion whose end is never met.
 *
 *     cglass --stack-size 1M c-examples/stack/overflow.c
 *
 * Each call of a function takes a piece of the stack for its parameters, its
 * local variables and the place to return to. The piece is given back when the
 * function returns. Here the condition tests for 0, and the values go
 * 5, 3, 1, -1, -3 ... past it: no call ever returns until the stack is full.
 *
 * A stack of 1 MiB is enough to see it; the usual size is 8 MiB. Look how many
 * calls fit, then try --stack-size 64K: how large is one frame?
 */
#include <stdio.h>

static int sum_of_every_second(int n) {
    int here = n;
    if (n == 0) return 0; /* should be: n <= 0 */
    return here + sum_of_every_second(n - 2);
}

int main(void) {
    printf("4: %d\n", sum_of_every_second(4));
    printf("5: %d\n", sum_of_every_second(5));
    return 0;
}
