/* A move of an unwritten value is silent as long as nobody looks at it. */
#include <stdio.h>

int main(void) {
    int a, b;
    int x[4], y[4];
    x[1] = 5;
    for (int i = 0; i < 4; i++) y[i] = x[i];
    b = a;
    a = 3;
    b = a;
    printf("%d %d\n", y[1], b);
    return 0;
}
