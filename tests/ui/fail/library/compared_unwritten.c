#include <stdio.h>
#include <string.h>

int main(void)
{
    char a[4], b[4];
    a[0] = b[0] = 'x';
    printf("%d\n", memcmp(a, b, 4)); //~ uninitialized-read
    return 0;
}
