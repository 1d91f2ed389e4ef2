#include <stdio.h>

static int sum(int n, int m, int a[n][m]) {
    int s = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) s += a[i][j];
    return s;
}

int main(void) {
    for (int n = 1; n < 5; n++) {
        int a[n][n + 1];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= n; j++) a[i][j] = i * j;
        printf("%d %zu\n", sum(n, n + 1, a), sizeof a);
    }
    return 0;
}
