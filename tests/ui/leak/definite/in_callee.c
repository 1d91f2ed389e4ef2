#include <stdlib.h>
static void work(int n) {
    double *table = malloc(n * sizeof *table); //~ leak: definite 800
    table[0] = 1;
} //~ lost: scope
int main(void) {
    work(100);
    return 0;
}
