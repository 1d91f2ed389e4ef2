/* Where C leaves the order open, it is gcc's. */
#include <stdio.h>

static int t(int n) { printf("%d ", n); return n; }
static int a[10];
static int three(int x, int y, int z) { return x + y + z; }

int main(void) {
    three(t(1), t(2), t(3));
    int s = t(4) + t(5) * t(6);
    a[t(1)] = t(7);
    a[t(2)] += t(8);
    int b[3] = {t(1), t(2), t(3)};
    printf("| %d %d\n", s, b[1] + (t(3), t(4)));
    return 0;
}
