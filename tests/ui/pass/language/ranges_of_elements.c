// A value with effects that fills a range of elements is found once (gcc).
#include <stdio.h>

struct pair { int a, b; };

static int calls;
static int next(void) { return ++calls; }
static struct pair both(int n) { return (struct pair){n, ++calls}; }

int main(void)
{
    int c = 10;
    int ones[4] = {[0 ... 1] = ++c, [2 ... 3] = ++c};
    struct pair pairs[4] = {[0 ... 2] = {next(), 5}, [3] = {next(), c}};
    struct pair whole[3] = {[0 ... 1] = both(7), [2].b = 4};
    struct { int x[3]; } parts[2] = {[0 ... 1].x[1] = next()};
    double d[3] = {[0 ... 2] = next() / 2.0, [0] = 9};
    const char *words[3] = {[0 ... 1] = calls > 3 ? "many" : "few", "last"};
    static int fixed[5] = {[1 ... 3] = 7};
    for (int i = 0; i < 4; i++)
        printf("%d %d %d\n", ones[i], pairs[i].a, pairs[i].b);
    printf("%d %d %d %d\n", whole[0].b, whole[1].b, whole[1].a, whole[2].b);
    printf("%d %d %d\n", parts[0].x[1], parts[1].x[1], parts[1].x[2]);
    printf("%g %g %g\n", d[0], d[1], d[2]);
    printf("%s %s %s\n", words[0], words[1], words[2]);
    printf("%d %d %d\n", calls, fixed[0], fixed[3]);
    return 0;
}
