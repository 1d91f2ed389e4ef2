// 6.7.3.1p4: read by two, halves of one array, every other element, handed on
//@ options: -W all=error
#include <stdio.h>
#include <stdlib.h>
static void add(int n, int *restrict to, const int *restrict a, const int *restrict b) {
    for (int i = 0; i < n; i++)
        to[i] = a[i] + b[i];
}
static void copy(int n, int *restrict p, int *restrict q) {
    while (n-- > 0)
        *p++ = *q++;
}
static void two(int *restrict r, int *restrict s) {
    *r = 1;
    *s = 2;
}
static void handed_on(int *restrict p, int *restrict q) {
    two(p, p + 1);
    *q = 3;
}
static void parts(int n, double *restrict re, double *restrict im) {
    for (int i = 0; i < n; i++) {
        re[2 * i] = i;
        im[2 * i] = -i;
    }
}
static void released(char *restrict a, char *restrict b) {
    a[0] = 'x';
    b[1] = 'y';
    printf("%c%c\n", a[0], b[1]);
    free(a);
}
int main(void) {
    int d[100] = {0};
    add(10, d, d + 50, d + 50);
    copy(50, d + 50, d);
    handed_on(d, d + 5);
    double z[200];
    parts(100, z, z + 1);
    char *block = malloc(4);
    if (block)
        released(block, block + 1);
    for (int i = 0; i < 1500; i++)
        copy(1, d + 1, d);
    return d[0] - 1 + (int)z[0];
}
