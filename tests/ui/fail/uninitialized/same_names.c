// Two calls have a variable of the same name: whose is told.
#include <stdio.h>

static int g(int *q, int *r) {
    return *q + *r; //~ uninitialized-read
}

static int f(int *q) {
    int j[3];
    return g(q, &j[1]);
}

int main(void) {
    int j[3] = {1, 2, 3};
    printf("%d\n", f(&j[1]));
    return 0;
}
