/* Two ways to make a table whose size is known at run time.
 *
 *     cglass --explain c-examples/heap/matrix.c
 *
 * An array of pointers to rows: each row is a block of its own, rows may have
 * different lengths, and every one of them has to be freed before the array
 * that knows them. One block for all: a single malloc, a single free, and the
 * rows lie side by side. A pointer to a row of run-time length lets you write
 * m[i][j] for it as well.
 *
 * Count the blocks in the report: how many belong to which way?
 */
#include <stdio.h>
#include <stdlib.h>

static int **make_rows(int rows, int columns) {
    int **m = malloc((size_t)rows * sizeof *m);
    for (int i = 0; i < rows; i++) m[i] = calloc((size_t)columns, sizeof *m[i]);
    return m;
}

static void free_rows(int **m, int rows) {
    for (int i = 0; i < rows; i++) free(m[i]);
    free(m);
}

int main(void) {
    int rows = 3, columns = 4;

    int **table = make_rows(rows, columns);
    int (*block)[columns] = malloc((size_t)rows * sizeof *block);

    for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
            table[i][j] = 10 * i + j;
            block[i][j] = table[i][j];
        }
    }
    for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) printf("%3d%3d", table[i][j], block[i][j]);
        printf("\n");
    }

    free(block);
    free_rows(table, rows);
    return 0;
}
