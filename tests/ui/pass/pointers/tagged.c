/* The lowest bit of an aligned pointer holds a colour. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    double *p = malloc(sizeof *p);
    *p = 2.5;
    uintptr_t tagged = (uintptr_t)p | 1u;
    if (tagged & 1u) printf("%g\n", *(double *)(tagged & ~(uintptr_t)1));
    free((void *)(tagged & ~(uintptr_t)1));
    return 0;
}
