/* A struct may be copied and returned before all of it is written. */
#include <stdio.h>

struct pair { int a, b; };

static struct pair half(int a) {
    struct pair p;
    p.a = a;
    return p;
}

int main(void) {
    struct pair p = half(4), q;
    q = p;
    q.b = q.a + 1;
    printf("%d %d\n", q.a, q.b);
    return 0;
}
