#include <stdio.h>
#include <stdlib.h>
int main(void) {
    char *p = malloc(4);
    free(p);
    printf("%d\n", (void *)p == NULL); //~ dangling-pointer
    return 0;
}
