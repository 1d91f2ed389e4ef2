/* 13! does not fit into an int.
 *
 *     cglass c-examples/errors/signed_overflow.c
 *
 * An int holds at most 2,147,483,647, and 13! is 6,227,020,800. On a real
 * machine the number "wraps around" and the table goes on with nonsense that
 * looks like numbers. For signed types C says nothing at all about it: a
 * compiler may assume that it never happens. cglass warns at the first time,
 * and counts how often it happens in that place.
 *
 * Mend it: a long long is enough up to 20!. Where does it end then?
 */
#include <stdio.h>

int main(void) {
    int factorial = 1;
    for (int n = 1; n <= 15; n++) {
        factorial *= n;
        printf("%2d! = %d\n", n, factorial);
    }
    return 0;
}
