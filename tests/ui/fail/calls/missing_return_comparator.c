#include <stdlib.h>
static int cmp(const void *a, const void *b) {
    if (*(const int *)a > *(const int *)b) return 1;
}
int main(void) {
    int a[3] = {1, 2, 3};
    qsort(a, 3, sizeof *a, cmp); //~ missing-return
    return 0;
}
