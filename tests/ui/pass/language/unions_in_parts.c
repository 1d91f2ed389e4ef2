// Members of a struct inside a union, given one by one: each leaves the others
// as they are, another member of the union replaces them all.
#include <stdio.h>

struct anonymous { int a; union { int b; float f; struct { short lo, hi; }; }; int c; };
union deep { union { struct { char x, y; } p; short s; } u; int n; };

int main(void)
{
    struct anonymous one = {1, {.lo = 2, .hi = 3}, 4};
    struct anonymous two = {.lo = 5, .hi = 6, .a = 7};
    struct anonymous three = {.lo = 5, .hi = 6, .b = 8};
    union deep d = {.u.p.x = 1, .u.p.y = 2}, e = {{.p.x = 1, .p.y = 2}}, f = {.n = 9, .u.p.y = 3};
    printf("%d %d %d %d\n", one.a, one.lo, one.hi, one.c);
    printf("%d %d %d %d\n", two.a, two.lo, two.hi, two.c);
    printf("%d %d\n", three.b, three.c);
    printf("%d %d %d %d %d %d\n", d.u.p.x, d.u.p.y, e.u.p.x, e.u.p.y, f.u.p.x, f.u.p.y);
    return 0;
}
