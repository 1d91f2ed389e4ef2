#include <stdio.h>
#include <stdlib.h>
double **make(int rows, int cols)
{
    double **m = malloc(rows * sizeof *m);
    for (int i = 0; i < rows; i++) {
        m[i] = malloc(rows * sizeof(double));
        for (int j = 0; j < cols; j++)
            m[i][j] = 0; //~ out-of-bounds
    }
    return m;
}
int main(void)
{
    double **m = make(2, 3);
    printf("%f\n", m[0][0]);
    for (int i = 0; i < 2; i++) free(m[i]);
    free(m);
    return 0;
}
