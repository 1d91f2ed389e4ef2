// Structs among the arguments of a variadic function are passed as copies.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct point { int x, y, z; };
struct named { char name[20]; double *values; };
union word { int i; char c[4]; };

static struct point shared = {1, 2, 3};

static int sum(int n, ...)
{
    va_list ap, again;
    int total = 0;
    va_start(ap, n);
    va_copy(again, ap);
    shared.x = 100;
    for (int i = 0; i < n; i++) {
        struct point p = va_arg(ap, struct point);
        total += p.x + p.y * p.z;
    }
    total += va_arg(again, struct point).x;
    va_end(again);
    va_end(ap);
    return total;
}

static void mixed(const char *kinds, ...)
{
    va_list ap;
    va_start(ap, kinds);
    for (; *kinds; kinds++) {
        switch (*kinds) {
        case 'i': printf("%d\n", va_arg(ap, int)); break;
        case 'p': { struct point p = va_arg(ap, struct point); printf("%d,%d,%d\n", p.x, p.y, p.z); break; }
        case 'n': { struct named n = va_arg(ap, struct named); printf("%s %g\n", n.name, n.values[1]); break; }
        case 'u': printf("%c\n", va_arg(ap, union word).c[1]); break;
        case 'd': printf("%g\n", va_arg(ap, double)); break;
        }
    }
    va_end(ap);
}

static struct point make(int n) { return (struct point){n, n + 1, n + 2}; }

int main(void)
{
    struct point local = {4, 5, 6}, list[2] = {{7, 8, 9}, {10, 11, 12}};
    double *values = malloc(2 * sizeof *values);
    struct named named = {"pi", values};
    values[0] = 2.5;
    values[1] = 3.25;
    printf("%d\n", sum(3, shared, local, list[1]));
    printf("%d\n", sum(2, (struct point){1, 1, 1}, make(20)));
    mixed("ipnudp", 5, make(1), named, (union word){.c = "abc"}, 0.5, *(list + 1));
    free(values);
    return 0;
}
