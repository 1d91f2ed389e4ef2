#include <stdlib.h>
int main(void) {
    int n = 5;
    int *a = malloc(n * sizeof *a);
    for (int i = 0; i <= n; i++)
        a[i] = i; //~ out-of-bounds
    free(a);
    return 0;
}
