#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int *p = malloc(3 * sizeof *p);
    for (int i = 0; i < 3; i++) p[i] = i * i;
    uintptr_t number = (uintptr_t)p;
    int *q = (int *)(number + 2 * sizeof *q);
    printf("%d\n", *q);
    free((int *)number);
    return 0;
}
