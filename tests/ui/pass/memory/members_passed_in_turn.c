// Members of structs are passed on by function after function: what one call
// knew of its structs is nothing to the structs of the next.
#include <stdio.h>
#include <string.h>

struct pair { char a[4], b[4]; };

static void set(char *to, const char *from) { strcpy(to, from); }

static void first(void)
{
    struct pair p;
    set(p.a, "abc");
    set(p.b, "def");
    printf("%s %s\n", p.a, p.b);
}

static void second(void)
{
    struct pair p, q;
    set((char *)&p, "x");
    set((char *)&q, "y");
    for (int i = 0; i < 3; i++) {
        struct pair r;
        set((char *)&r, "z");
        set(r.a, "uvw");
        set(r.b, "rst");
        set(q.a, r.a);
        printf("%s %s %s %s\n", p.a, q.a, r.a, r.b);
    }
    set(p.b, "end");
    set(q.b, p.b);
    printf("%s %s\n", p.b, q.b);
}

int main(void)
{
    for (int i = 0; i < 3; i++) {
        first();
        second();
    }
    return 0;
}
