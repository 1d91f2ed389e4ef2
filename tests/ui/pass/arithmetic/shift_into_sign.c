/* A bit that comes into the sign is silent otherwise. */
#include <stdio.h>

int main(void)
{
    int value = 127, flags = 1;
    flags <<= 31;
    printf("%d %d\n", value << 25, flags);
    return 0;
}
