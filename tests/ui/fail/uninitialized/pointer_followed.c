// A zero would only make another error of it: the pointer has to point somewhere.
#include <stdlib.h>

int main(void) {
    int **rows = malloc(2 * sizeof *rows);
    if (!rows) return 1;
    rows[0][1] = 4; //~ uninitialized-read
    free(rows);
    return 0;
}
