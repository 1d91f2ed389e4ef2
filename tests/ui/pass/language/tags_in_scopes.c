// `struct tag;` alone declares a type of its own scope (6.7.2.3p7), even where
// the scope around knows the tag as a union.
#include <stdio.h>

struct tag { int a[4]; };
union other { int i; char c; };

int main(void)
{
    struct tag outer = {{1, 2, 3, 4}};
    {
        union tag;
        struct other;
        union tag *up = 0;
        struct other { char c; } o = {'x'};
        union tag { char c[3]; } u = {"ab"};
        up = &u;
        printf("%zu %zu %c %s\n", sizeof *up, sizeof o, o.c, up->c);
    }
    union other n = {5};
    printf("%zu %d %zu %d\n", sizeof outer, outer.a[3], sizeof n, n.i);
    return 0;
}
