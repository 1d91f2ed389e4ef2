#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("%d\n", atoi("99999999999")); //~ bad-argument
    printf("%ld\n", atol("99999999999999999999")); //~ bad-argument
    return 0;
}
