//@ options: --suggest
/* What is returned is computed from what is to be freed. */
#include <stdlib.h>
static int sum(int a, int b) {
    int *x = malloc(sizeof *x); //~ leak: definite 4
    int *y = malloc(sizeof *y); //~ leak: definite 4
    *x = a;
    *y = b;
    if (a > b)
        return *x - *y; //~ lost: return
    //~^ lost: return
    int result = *x + *y;
    free(x);
    free(y);
    return result;
}
int main(void) {
    return sum(1, 2) + sum(3, 2) - 4;
}
