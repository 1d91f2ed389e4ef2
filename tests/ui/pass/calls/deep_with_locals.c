#include <stdio.h>

static long sum(int n) {
    int local[8];
    for (int i = 0; i < 8; i++) local[i] = n;
    if (n == 0) return 0;
    long rest = sum(n - 1);
    return rest + local[n % 8];
}

int main(void) {
    printf("%ld\n", sum(20000));
    return 0;
}
