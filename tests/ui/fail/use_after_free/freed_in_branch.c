#include <stdio.h>
#include <stdlib.h>
static int f(int x)
{
    int *p = malloc(sizeof *p);
    *p = x;
    if (x > 1) {
        free(p);
    }
    return *p + x; //~ use-after-free
}
int main(void) { printf("%d\n", f(5)); return 0; }
