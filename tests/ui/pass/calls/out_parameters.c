#include <stdio.h>

static int divide(int a, int b, int *quotient, int *rest) {
    if (b == 0) return 0;
    *quotient = a / b;
    *rest = a % b;
    return 1;
}

int main(void) {
    int q, r;
    if (divide(17, 5, &q, &r)) printf("%d %d\n", q, r);
    printf("%d\n", divide(1, 0, &q, &r));
    return 0;
}
