#include <stdio.h>
#include <string.h>

int main(void)
{
    struct { char name[4]; char rest[8]; } s = {"abcd", "x"};
    printf("%zu\n", strlen(s.name)); //~ out-of-bounds
    return 0;
}
