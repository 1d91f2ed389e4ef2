#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char *a = malloc(0), *b = malloc(0);
    printf("%d\n", a != b);
    free(a);
    free(b);
    char *c = calloc(0, 8);
    c = realloc(c, 4);
    c[3] = 'z';
    printf("%c\n", c[3]);
    free(c);
    return 0;
}
