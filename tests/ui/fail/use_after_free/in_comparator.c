#include <stdlib.h>
static int *weights;
static int compare(const void *a, const void *b) {
    return weights[*(const int *)a] - weights[*(const int *)b]; //~ use-after-free
}
int main(void) {
    int order[3] = {2, 0, 1};
    weights = malloc(3 * sizeof *weights);
    for (int i = 0; i < 3; i++) weights[i] = i;
    free(weights);
    qsort(order, 3, sizeof *order, compare);
    return 0;
}
