#include <stdlib.h>
static int *array;
static int compare(const void *a, const void *b) {
    int d = *(const int *)a - *(const int *)b;
    free(array);
    return d;
}
int main(void) {
    array = malloc(3 * sizeof *array);
    array[0] = 3; array[1] = 2; array[2] = 1;
    qsort(array, 3, sizeof *array, compare); //~ use-after-free
    return 0;
}
