/* exit does not come back, so nobody frees.
 *
 *     cglass c-examples/leaks/exit_early.c
 *
 * 'give_up' ends the program from within. The variable of main still holds the
 * block then, but the line that would free it is never reached. A system takes
 * back all memory when a program ends, so nothing bad happens; but the habit
 * spreads to places where the program goes on. The report names the variable
 * that held the block when exit was called, and the calls that led there.
 *
 * Try: let 'give_up' return, and leave main with return 1.
 */
#include <stdio.h>
#include <stdlib.h>

static void give_up(const char *why) {
    printf("sorry: %s\n", why);
    exit(0);
}

static int divide(int a, int b) {
    if (b == 0) give_up("a division by zero");
    return a / b;
}

int main(void) {
    int *results = malloc(2 * sizeof *results);
    if (results == NULL) return 1;

    results[0] = divide(6, 2);
    results[1] = divide(6, 0);
    printf("%d %d\n", results[0], results[1]);
    free(results);
    return 0;
}
