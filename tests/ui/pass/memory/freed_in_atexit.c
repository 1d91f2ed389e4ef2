#include <stdio.h>
#include <stdlib.h>

static char *buffer;

static void clean(void) {
    puts("cleaning");
    free(buffer);
}

static void deep(int n) {
    if (n == 0) exit(0);
    deep(n - 1);
}

int main(void) {
    buffer = malloc(100);
    atexit(clean);
    deep(5);
    return 1;
}
