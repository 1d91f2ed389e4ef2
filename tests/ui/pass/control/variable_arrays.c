/* Storage of variable arrays and alloca is given back. */
#include <alloca.h>
#include <stdio.h>
#include <string.h>

static long in_loop(int turns) {
    long total = 0;
    for (int i = 0; i < turns; i++) {
        int n = 64 + i % 8;
        char line[n];
        memset(line, i & 1, n);
        total += line[n - 1];
        if (i % 3 == 0) {
            continue;
        }
        int more[n];
        more[0] = 1;
        total += more[0];
    }
    return total;
}

static int with_goto(int turns) {
    int n = 0;
again:;
    int a[n + 100];
    a[n] = n;
    if (a[n] < turns) {
        n = a[n] + 1;
        if (n > 90) {
            n = 90;
            turns -= 10;
        }
        goto again;
    }
    return n;
}

static long lengths(const char *text) {
    char *copy = alloca(strlen(text) + 1);
    strcpy(copy, text);
    return (long)strlen(copy);
}

int main(void) {
    printf("%ld\n", in_loop(30000));
    printf("%d\n", with_goto(200000));
    long total = 0;
    for (int i = 0; i < 30000; i++) {
        total += lengths("a text of some length, which is copied to the stack every time it is needed");
    }
    printf("%ld\n", total);
    return 0;
}
