#include <stdio.h>

static int calls;
static int yes(void) { calls++; return 2; }
static int no(void) { calls++; return 0; }

int main(void) {
    int a = no() && yes(), b = yes() || no(), c = yes() && yes();
    int *p = NULL;
    if (p && *p) calls = 100;
    printf("%d %d %d %d\n", a, b, c, calls);
    return 0;
}
