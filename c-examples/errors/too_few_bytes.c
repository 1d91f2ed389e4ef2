/* malloc counts bytes, not elements.
 *
 *     cglass c-examples/errors/too_few_bytes.c
 *
 * The block has room for ten bytes: two ints and a half. The third one does
 * not fit, and writing it would run into the next block's header, where the
 * allocator keeps its books. Then a later malloc or free crashes, far away
 * from here.
 *
 * Mend it: malloc(count * sizeof *squares). Written with the variable instead
 * of a type, it stays right when the type changes.
 */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int count = 10;
    int *squares = malloc(count);
    if (squares == NULL) return 1;

    for (int i = 0; i < count; i++) squares[i] = i * i;
    printf("%d\n", squares[count - 1]);
    free(squares);
    return 0;
}
