#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int *a = calloc(4, sizeof *a);
    int i = 4;
    do {
        i--;
        printf("%d\n", a[i]); //~ out-of-bounds
    } while (i >= 0);
    free(a);
    return 0;
}
