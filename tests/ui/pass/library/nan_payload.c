// The text given to nan says what the NaN carries (7.12.11.2), as glibc has it.
#include <math.h>
#include <stdio.h>
#include <string.h>

static void show(double value)
{
    unsigned long bits;
    memcpy(&bits, &value, sizeof bits);
    printf("%lx\n", bits);
}

int main(void)
{
    show(nan("1"));
    show(nan("0xF"));
    show(nan("010"));
    show(nan(""));
    show(nan("text"));
    return 0;
}
