/* A program that says what it believes.
 *
 *     cglass c-examples/errors/assertion.c
 *
 * assert(condition) stops the program when the condition does not hold. It is
 * for what must always be true if the program is right; input from outside is
 * tested with if. The binary search below believes that its array is sorted.
 * Read the values in the report: where is the order broken?
 *
 * Mend it: sort the array, or put the values in order.
 */
#include <assert.h>
#include <stdio.h>

static int is_sorted(const int *values, int count) {
    for (int i = 1; i < count; i++) {
        if (values[i - 1] > values[i]) return 0;
    }
    return 1;
}

/* The place of a value in a sorted array, or -1. */
static int search(const int *values, int count, int wanted) {
    assert(is_sorted(values, count));
    int low = 0, high = count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (values[middle] < wanted) low = middle + 1;
        else high = middle;
    }
    return low < count && values[low] == wanted ? low : -1;
}

int main(void) {
    int primes[] = {2, 3, 5, 7, 13, 11, 17};
    printf("11 stands at %d\n", search(primes, 7, 11));
    return 0;
}
