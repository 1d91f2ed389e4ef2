/* printf believes what the format says.
 *
 *     cglass c-examples/errors/format_mismatch.c
 *
 * printf does not know the types of its arguments. %d makes it look for an int
 * where ints are passed; the double lies elsewhere. So it prints whatever was
 * there, and never the price.
 *
 * Mend it: %.2f
 */
#include <stdio.h>

int main(void) {
    int count = 3;
    double price = 1.5;

    printf("%d pieces\n", count);
    printf("price: %d\n", count * price);
    return 0;
}
