/* Padding was never written; copying it is no fault. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct mixed { char c; double d; short s; };

int main(void) {
    struct mixed a, b, *p = malloc(sizeof *p);
    a.c = 'x';
    a.d = 1.25;
    a.s = -3;
    b = a;
    memcpy(p, &b, sizeof b);
    struct mixed c = *p;
    unsigned char raw[sizeof c];
    for (size_t i = 0; i < sizeof c; i++) raw[i] = ((unsigned char *)&c)[i];
    struct mixed d;
    memcpy(&d, raw, sizeof d);
    printf("%c %g %d\n", d.c, d.d, d.s);
    free(p);
    return 0;
}
