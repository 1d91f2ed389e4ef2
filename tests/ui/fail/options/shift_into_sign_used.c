/* A bit that comes into the sign is told to those who want all that is undefined
   (6.5.7p4); 1 << 31 is everywhere. */
//@ options: -W all=error
#include <stdio.h>

int main(void)
{
    int value = 127;
    unsigned mask = 1u << 31;
    printf("%d %u\n", value << 24, mask);
    value <<= 24;
    value >>= 24;
    printf("%d\n", value << 25); //~ invalid-shift
    return 0;
}
