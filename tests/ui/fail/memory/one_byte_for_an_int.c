#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int *n = (int *)malloc(sizeof(char)); //~ allocation-size
    int *more = realloc(NULL, 2); //~ allocation-size
    printf("%d\n", n != NULL && more != NULL);
    free(n);
    free(more);
    return 0;
}
