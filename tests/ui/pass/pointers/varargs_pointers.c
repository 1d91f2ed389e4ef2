#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void free_all(int n, ...) {
    va_list list;
    va_start(list, n);
    while (n--) free(va_arg(list, void *));
    va_end(list);
}

int main(void) {
    int *a = malloc(4), *b = malloc(8);
    *a = 1;
    b[1] = 2;
    printf("%d\n", *a + b[1]);
    free_all(2, a, b);
    return 0;
}
