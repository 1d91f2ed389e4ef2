/* One turn too many.
 *
 *     cglass c-examples/errors/off_by_one.c
 *
 * An array of five has the elements 0 to 4. '<=' reads a sixth one. On a real
 * machine that is a part of some other variable, and the program prints a
 * wrong average without a word.
 *
 * Mend it: i < 5. Better: let sizeof count the elements, so that the loop
 * follows when the array grows.
 */
#include <stdio.h>

int main(void) {
    int grades[5] = {2, 1, 3, 1, 2};
    int sum = 0;

    for (int i = 0; i <= 5; i++) {
        sum += grades[i];
    }
    printf("average: %.1f\n", sum / 5.0);
    return 0;
}
