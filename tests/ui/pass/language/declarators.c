#include <stdio.h>

typedef int (*binary)(int, int);
static int plus(int a, int b) { return a + b; }
static binary choose(int which) { return which ? plus : 0; }
static int (*choose2(int which))(int, int) { return which ? plus : 0; }

int main(void) {
    int a[2][3] = {{1, 2, 3}, {4, 5, 6}};
    int(*row)[3] = a, *cells[2] = {a[0], a[1]}, (*whole)[2][3] = &a;
    int (*(*table[2])(int))(int, int) = {choose, choose2};
    printf("%d %d %d\n", row[1][2], cells[1][0], (*whole)[0][1]);
    printf("%d %d %d\n", choose(1)(2, 3), table[1](1)(4, 5), (*(*table)(1))(6, 7));
    const char *const names[] = {"a", "b"}, **p = (const char **)names;
    printf("%s %zu\n", *++p, sizeof names / sizeof *names);
    return 0;
}
