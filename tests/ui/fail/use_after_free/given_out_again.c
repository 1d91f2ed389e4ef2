#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int *old = malloc(16);
    old[0] = 1;
    free(old);
    int *new = malloc(16);
    new[0] = 2;
    printf("%d\n", old[0]); //~ use-after-free
    free(new);
    return 0;
}
