#include <stdio.h>

int main(void)
{
    int least, most;
    unsigned all, hex, wrapped;
    unsigned char byte;
    signed char low;
    if (scanf("%d %d %u %x %u %hhu %hhd", &least, &most, &all, &hex, &wrapped, &byte, &low) != 7)
        return 1;
    printf("%d %d %u %x %u %d %d\n", least, most, all, hex, wrapped, byte, low);
    return 0;
}
//@ stdin: -2147483648 2147483647 4294967295 ffffffff -1 255 -128\n
