/* A variable ends with its braces, not with its function.
 *
 *     cglass c-examples/stack/scope.c
 *
 * 'largest' points to 'candidate', which is a new variable at every turn of
 * the loop and gone at the end of it. After the loop the pointer leads nowhere,
 * although the function still runs. With gcc this program usually prints a
 * number, and it is the wrong one.
 *
 * Mend it: keep the value (or the address of the array's element), not the
 * address of the copy.
 */
#include <stdio.h>

int main(void) {
    int values[] = {4, 9, 2, 7};
    int *largest = &values[0];

    for (int i = 1; i < 4; i++) {
        int candidate = values[i];
        if (candidate > *largest) {
            largest = &candidate;
            break;
        }
    }
    printf("first one larger than %d: %d\n", values[0], *largest);
    return 0;
}
