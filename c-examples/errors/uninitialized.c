/* A sum that starts with whatever was there.
 *
 *     cglass c-examples/errors/uninitialized.c
 *
 * 'sum' has no first value. On many machines it happens to be 0 in this small
 * program, the result is right, and the mistake stays until the function is
 * called from elsewhere. cglass knows for every byte whether it was written.
 *
 * Mend it: int sum = 0;
 */
#include <stdio.h>

static int sum_of(const int *values, int count) {
    int sum;
    for (int i = 0; i < count; i++) sum += values[i];
    return sum;
}

int main(void) {
    int values[] = {3, 1, 4, 1, 5};
    printf("sum: %d\n", sum_of(values, 5));
    return 0;
}
