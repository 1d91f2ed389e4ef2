#include <stdio.h>

enum { N = 3 };

static void multiply(int a[N][N], int b[N][N], int out[][N]) {
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++) {
            out[i][j] = 0;
            for (int k = 0; k < N; k++) out[i][j] += a[i][k] * b[k][j];
        }
}

int main(void) {
    int a[N][N] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, b[N][N] = {{1}, {0, 1}, {0, 0, 1}}, c[N][N];
    multiply(a, b, c);
    int (*row)[N] = c;
    for (int i = 0; i < N; i++, row++) printf("%d %d %d\n", (*row)[0], (*row)[1], (*row)[2]);
    return 0;
}
