// Arrays inside of structs that calls return, after other calls left their
// traces in the same frames.
#include <stdio.h>

struct text { char c[8]; };
struct list { int n; int v[3]; };

static struct text word(int n) { return (struct text){{'a' + n, 'b', 'c' + n}}; }
static struct list three(int n) { return (struct list){3, {n, n + 1, n + 2}}; }

static int traces(int depth)
{
    struct text t = word(depth);
    struct list l = three(depth);
    int *p = l.v;
    char *c = t.c;
    return depth ? traces(depth - 1) + p[0] + c[0] : p[1] + c[1];
}

static int inside(int n)
{
    int sum = three(n).v[1] + word(n).c[2];
    for (int i = 0; i < 3; i++)
        sum += three(i).v[i] * (three(n).v[2] > 1 ? 2 : 1);
    printf("%s %c %zu\n", word(n).c, word(n + 1).c[0], sizeof three(0).v);
    return sum;
}

int main(void)
{
    for (int i = 0; i < 4; i++)
        printf("%d %d\n", traces(i), inside(i));
    return 0;
}
