/* An array whose size is known only now.
 *
 *     cglass --explain c-examples/stack/sized_at_run_time.c
 *
 * C lets a local array have a size that is computed ("variable length array").
 * It is made on the stack when its declaration is reached, and it is gone at
 * the end of its block. No free is needed, and none would be allowed. But
 * there is no NULL either when it does not fit: then the stack overflows. So
 * it is for sizes that you know to be small; else ask malloc.
 */
#include <stdio.h>

/* Sieve of Eratosthenes: how many primes are there up to n? */
static int count_primes(int n) {
    char composite[n + 1];
    int count = 0;

    for (int i = 0; i <= n; i++) composite[i] = 0;
    for (int i = 2; i <= n; i++) {
        if (composite[i]) continue;
        count++;
        for (int multiple = 2 * i; multiple <= n; multiple += i) composite[multiple] = 1;
    }
    return count;
}

int main(void) {
    for (int n = 10; n <= 1000; n *= 10) printf("%4d: %d primes\n", n, count_primes(n));
    return 0;
}
