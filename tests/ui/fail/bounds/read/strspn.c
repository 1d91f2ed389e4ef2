#include <stdio.h>
#include <string.h>

int main(void)
{
    char set[3] = {'a', 'b', 'c'};
    printf("%zu\n", strspn("xaa", set)); //~ out-of-bounds
    return 0;
}
