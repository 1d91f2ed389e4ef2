#include <stdlib.h>
int main(void) {
    int **rows = malloc(3 * sizeof *rows);
    for (int i = 0; i < 3; i++) rows[i] = malloc(20); //~ leak: definite 60
    free(rows); //~ lost: holder-freed
    return 0;
}
