/* A freed block's place is given out again at once. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int *p = malloc(24);
    p[0] = 1;
    printf("%d\n", p[0]);
    free(p);
    p = malloc(24);
    p[0] = 2;
    printf("%d\n", p[0]);
    free(p);
    return 0;
}
