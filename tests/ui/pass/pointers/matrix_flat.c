/* Row by row a matrix is one stretch of memory. */
#include <stdio.h>

static int total(const int *p, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) sum += p[i];
    return sum;
}

int main(void) {
    int m[3][4];
    int *p = &m[0][0];
    for (int i = 0; i < 12; i++) p[i] = i;
    printf("%d %d\n", m[2][3], total(&m[0][0], 12));
    printf("%d\n", total(m[0], 12));
    return 0;
}
