// Parameters and pointers whose types have lengths found at run time (6.7.6.2).
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int sum(int n, int m, int a[n][m])
{
    int s = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
            s += a[i][j];
    return s + (int)sizeof a[0];
}

static void multiply(int n, double a[n][n], double b[static n][n], double (*restrict c)[n])
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            c[i][j] = 0;
            for (int k = 0; k < n; k++)
                c[i][j] += a[i][k] * b[k][j];
        }
}

static void fill(size_t n, char (*text)[n])
{
    memset(*text, 'x', sizeof *text);
    (*text)[n - 1] = 0;
}

static int last(int n, int a[*]);
static int last(int n, int a[const n]) { return a[n - 1]; }

static int calls;
static int next(void) { return ++calls; }

int main(void)
{
    int n = 2, m = 3;
    int grid[2][3] = {{1, 2, 3}, {4, 5, 6}};
    double x[2][2] = {{1, 2}, {3, 4}}, y[2][2] = {{0, 1}, {1, 0}}, z[2][2];
    printf("%d %d\n", sum(n, m, grid), last(3, grid[1]));
    multiply(2, x, y, z);
    printf("%g %g %g %g\n", z[0][0], z[0][1], z[1][0], z[1][1]);
    char text[4 * n];
    fill(sizeof text, &text);
    puts(text);
    int (*whole)[n][m] = malloc(sizeof *whole);
    (*whole)[1][2] = 9;
    printf("%d %zu %zu\n", (*whole)[1][2], sizeof *whole, sizeof(**whole));
    free(whole);
    double (*rows)[m] = malloc(n * sizeof *rows);
    rows[1][1] = 4;
    printf("%g %td\n", rows[1][1], (char *)&rows[1] - (char *)rows);
    free(rows);
    // sizeof evaluates its operand only where the type is variable.
    printf("%zu", sizeof(int[next()]));
    printf(" %zu", sizeof next());
    int v[next() + 1];
    typedef int row[n];
    n = 10;
    row list[2];
    printf(" %zu %zu %zu %d\n", sizeof v, sizeof list, sizeof(__typeof__(v)), calls);
    return 0;
}
