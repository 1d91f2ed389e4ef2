/* == and != may compare any pointers. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int a = 1, b = 2;
    int *p = malloc(sizeof *p), *q = &a;
    if (p == NULL) return 1;
    printf("%d %d %d %d\n", p == q, q == &b, &a == q, p != NULL);
    free(p);
    return 0;
}
