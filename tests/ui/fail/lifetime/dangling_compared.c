#include <stdio.h>
#include <stdlib.h>
int main(void) {
    int *p = malloc(4);
    int *q = p;
    free(p);
    if (q != NULL) //~ dangling-pointer
        puts("still not null");
    return 0;
}
