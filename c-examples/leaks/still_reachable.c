/* Never freed, but not lost: a table that lives as long as the program.
 *
 *     cglass c-examples/leaks/still_reachable.c
 *
 * 'table' is static, so the block it points to can be reached to the end. Such
 * a block is no loss: the program could still use it, or free it. cglass calls
 * it 'reachable' and names the way that leads there; it does not count as an
 * error unless you ask for it (--leaks-error=reachable).
 *
 * Try: free the table at the end of main. When would it be wrong to leave it?
 */
#include <stdio.h>
#include <stdlib.h>

static int *table;

/* The square of a small number, computed once for all. */
static int square(int n) {
    if (table == NULL) {
        table = malloc(10 * sizeof *table);
        if (table == NULL) exit(1);
        for (int i = 0; i < 10; i++) table[i] = i * i;
    }
    return table[n];
}

int main(void) {
    printf("%d %d %d\n", square(3), square(5), square(9));
    return 0;
}
