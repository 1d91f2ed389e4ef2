#include <stdio.h>

static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }

typedef int (*operation)(int, int);

static const struct { const char *name; operation run; } table[] = {{"add", add}, {"sub", sub}, {"mul", &mul}};

static operation find(char c) { return c == '+' ? add : c == '-' ? sub : mul; }

static int apply(int f(int, int), int a, int b) { return f(a, b); }

int main(void) {
    for (unsigned i = 0; i < sizeof table / sizeof table[0]; i++)
        printf("%s %d %d\n", table[i].name, table[i].run(7, 3), (*table[i].run)(1, 2));
    printf("%d %d %d\n", find('-')(9, 4), apply(mul, 6, 7), (****add)(1, 1));
    int (*const pick[2])(int, int) = {add, sub};
    printf("%d %d\n", pick[1](1, 2), pick[0] == add);
    return 0;
}
