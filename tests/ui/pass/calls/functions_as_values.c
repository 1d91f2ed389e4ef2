// Functions returned, stored, called through every number of stars.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int binary(int, int);

static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int (*choose(int k))(int, int) { return k ? add : sub; }
static binary *chosen(char c) { return c == '+' ? &add : &sub; }
static int apply(int f(int, int), int a, int b) { return f(a, b); }
static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static int (*same(int (*f)(const void *, const void *)))(const void *, const void *) { return f; }
static void old(a, f) int *a; int (*f)(); { *a = f(); }
static int seven() { return 7; }

struct machine { const char *name; void (*step)(struct machine *); int state; };
static void run(struct machine *m) { m->state++; }

static char *(*finders[2][2])(const char *, int) = {{strchr, strrchr}, {0}};

int main(void)
{
    binary *list[] = {add, sub, NULL};
    int (*(*pointer))(int, int) = list, sorted[] = {3, 1, 2}, n;
    struct machine m = {"m", run, 4};
    printf("%d %d %d %d\n", choose(1)(5, 3), (*choose(0))(5, 3), chosen('-')(9, 1), (****add)(1, 1));
    printf("%d %d %d\n", apply(sub, 1, 2), (*pointer)(2, 3), pointer[1](2, 3));
    for (binary **p = list; *p; p++)
        printf("%d ", (*p == add ? **p : p[0])(10, 4));
    qsort(sorted, 3, sizeof *sorted, same(compare));
    printf("%d %d %d\n", sorted[0], sorted[1], sorted[2]);
    printf("%s %s %d\n", finders[0][0]("hello", 'l'), finders[0][1]("hello", 'l'), finders[1][0] == NULL);
    old(&n, seven);
    m.step(&m);
    (*m.step)(&m);
    printf("%d %d\n", n, m.state);
    return 0;
}
