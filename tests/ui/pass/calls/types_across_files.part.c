#include <stdio.h>
#include <string.h>

int twice(int n)
{
    printf("%zu\n", strlen("twice"));
    return 2 * n;
}
