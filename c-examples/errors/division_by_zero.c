/* The average of nothing.
 *
 *     cglass c-examples/errors/division_by_zero.c
 *
 * An integer divided by zero has no value; on a PC the program is stopped.
 * (With floating-point numbers it would be "nan" or "inf" and go on.) The
 * mistake is not in the line that divides, but in the question that nobody
 * asked: can the list be empty?
 *
 * Mend it: decide what the average of nothing shall be, and say so.
 */
#include <stdio.h>

static int average(const int *values, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) sum += values[i];
    return sum / count;
}

int main(void) {
    int temperatures[] = {19, 23, 24};
    printf("three days: %d\n", average(temperatures, 3));
    printf("no days:    %d\n", average(temperatures, 0));
    return 0;
}
