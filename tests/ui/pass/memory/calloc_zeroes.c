#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char *dirty = malloc(64);
    for (int i = 0; i < 64; i++) dirty[i] = 'x';
    free(dirty);
    int *a = calloc(16, sizeof *a), sum = 0;
    for (int i = 0; i < 16; i++) sum += a[i];
    printf("%d\n", sum);
    free(a);
    return 0;
}
