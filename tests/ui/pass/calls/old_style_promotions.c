#include <stdio.h>
static int f(a, p, x, c, d) int a; const char *p; float x; char c; double d; {
    return a + (*p == 'x') + (x == 2.5f) + (c == 44) + (d == 1);
}
static int sum(n, v) int n; int *v; { int s = 0; while (n--) s += *v++; return s; }
int main(void) {
    char b[2] = "x";
    int v[3] = {1, 2, 3};
    unsigned (*u)(unsigned, int *) = (unsigned (*)(unsigned, int *))sum;
    int (*q)() = (int (*)())puts;
    q("hi");
    printf("%d %d %u\n", f(-1, b, 2.5, 300, 1.0f), sum(3, v), u(2, v));
    return 0;
}
