#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("%ld\n", strtol("12", NULL, 1)); //~ bad-argument
    return 0;
}
