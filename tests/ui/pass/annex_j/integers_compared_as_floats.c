// 7.12.14p1: an integer beside a floating number becomes one
#include <math.h>
#include <stdio.h>
int main(void) {
    int n = 1;
    printf("%d %d %d %d\n", isgreater(n, 0.5), isless(2.5f, n), isunordered(n, NAN), islessgreater(1.0L, n));
    return 0;
}
