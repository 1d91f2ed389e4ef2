#include <stdlib.h>
static int cmp(const int *a, const int *b) { return *a - *b; }
int main(void) {
    int a[3] = {3, 1, 2};
    qsort(a, 3, sizeof *a, (int (*)(const void *, const void *))cmp); //~ call-mismatch
    return a[0] - 1;
}
