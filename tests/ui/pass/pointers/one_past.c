#include <stdio.h>

int main(void) {
    int a[4] = {1, 2, 3, 4}, sum = 0;
    for (int *p = a, *end = a + 4; p != end; p++) sum += *p;
    for (int *p = a + 4; p > a;) sum += *--p;
    printf("%d %d\n", sum, (int)(&a[4] - &a[0]));
    return 0;
}
