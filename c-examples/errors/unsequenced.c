/* Twice in one expression, in no order.
 *
 *     cglass c-examples/errors/unsequenced.c
 *
 * C does not say whether the index on the left is computed before or after
 * i++ has changed i. It does not even have to choose: the whole expression
 * has no meaning. Two compilers give two results, and both are right.
 *
 * Mend it: one change per statement. copy[i] = values[i]; i++;
 */
#include <stdio.h>

int main(void) {
    int values[3] = {10, 20, 30};
    int copy[4] = {0};
    int i = 0;

    while (i < 3) {
        copy[i] = values[i++];
    }
    printf("%d %d %d %d\n", copy[0], copy[1], copy[2], copy[3]);
    return 0;
}
