//@ options: --keep-going
#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int a[3] = {1, 2, 3};
    a[3] = 9; //~ out-of-bounds
    printf("%d\n", a[3] + a[0]); //~ out-of-bounds
    int *p = malloc(4);
    free(p);
    free(p); //~ double-free
    puts("the end");
    return 0;
}
