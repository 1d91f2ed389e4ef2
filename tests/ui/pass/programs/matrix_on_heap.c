#include <stdio.h>
#include <stdlib.h>

static double **make(int n) {
    double **m = malloc(n * sizeof *m);
    for (int i = 0; i < n; i++) m[i] = calloc(n, sizeof **m);
    return m;
}

static void drop(double **m, int n) {
    for (int i = 0; i < n; i++) free(m[i]);
    free(m);
}

int main(void) {
    int n = 8;
    double **a = make(n), **b = make(n), trace = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) a[i][j] = i + j;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            for (int k = 0; k < n; k++) b[i][j] += a[i][k] * a[k][j];
    for (int i = 0; i < n; i++) trace += b[i][i];
    printf("%g\n", trace);
    drop(a, n);
    drop(b, n);
    return 0;
}
