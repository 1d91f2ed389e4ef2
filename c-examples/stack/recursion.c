/* The same sum, with a frame for each number and with one frame for all.
 *
 *     cglass --explain c-examples/stack/recursion.c
 *     cglass --explain -D LOOP c-examples/stack/recursion.c
 *
 * The recursive function has a hundred open calls at its deepest point: each
 * waits for the result of the next. The loop needs a single frame, however
 * large the number is. Compare what the two reports say about the stack.
 */
#include <stdio.h>

#ifdef LOOP
static long sum_up_to(long n) {
    long sum = 0;
    for (long i = 1; i <= n; i++) sum += i;
    return sum;
}
#else
static long sum_up_to(long n) {
    if (n == 0) return 0;
    return n + sum_up_to(n - 1);
}
#endif

int main(void) {
    printf("1 + 2 + ... + 100 = %ld\n", sum_up_to(100));
    return 0;
}
