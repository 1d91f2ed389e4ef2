/* gcc's alignof of a member tells how the member lies. */
#include <stdalign.h>
#include <stdio.h>

struct mixed {
    char c;
    alignas(8) char wide;
    short s;
    long double l;
};

struct __attribute__((packed)) tight {
    char c;
    int i;
};

int main(void)
{
    struct mixed m, *p = &m;
    struct tight t;
    printf("%zu %zu %zu %zu\n", alignof(m.c), alignof(p->wide), alignof(m.s), alignof(m.l));
    printf("%zu %zu\n", alignof(t.i), alignof(t));
    return 0;
}
