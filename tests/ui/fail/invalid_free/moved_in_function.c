#include <stdlib.h>
#include <stdio.h>
int main(void)
{
    int *p = malloc(5 * sizeof(int));
    for (int i = 0; i < 5; i++)
        *p++ = i;
    p -= 2;
    printf("%d\n", *p);
    free(p); //~ invalid-free
}
