/* The pointer is const, the object is not. */
#include <stdio.h>
#include <stdlib.h>

static void set(const int *p) { *(int *)p = 9; }

int main(void) {
    int x = 1;
    set(&x);
    const char *c = malloc(2);
    *(char *)c = 'c';
    printf("%d %c\n", x, *c);
    free((void *)c);
    return 0;
}
