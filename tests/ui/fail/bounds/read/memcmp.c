#include <stdio.h>
#include <string.h>

int main(void)
{
    char a[3] = "ab", b[3] = "ab";
    printf("%d\n", memcmp(a, b, 4)); //~ out-of-bounds
    return 0;
}
