#include <stdio.h>
#include <stdlib.h>

static int place(int *column, int row, int n) {
    if (row == n) return 1;
    int found = 0;
    for (int c = 0; c < n; c++) {
        int ok = 1;
        for (int r = 0; r < row; r++)
            if (column[r] == c || abs(column[r] - c) == row - r) { ok = 0; break; }
        if (ok) {
            column[row] = c;
            found += place(column, row + 1, n);
        }
    }
    return found;
}

int main(void) {
    int column[8];
    printf("%d %d\n", place(column, 0, 6), place(column, 0, 7));
    return 0;
}
