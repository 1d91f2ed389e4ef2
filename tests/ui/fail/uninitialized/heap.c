#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int *a = malloc(3 * sizeof *a);
    a[0] = 1;
    printf("%d\n", a[0] + a[1]); //~ uninitialized-read
    free(a);
    return 0;
}
