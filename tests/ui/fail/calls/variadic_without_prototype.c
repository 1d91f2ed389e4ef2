/* A function with '...' is called through a type that does not say so (6.5.2.2p6). */
#include <stdio.h>

static int first(int count, ...)
{
    return count;
}

int main(void)
{
    int (*old)() = (int (*)())first;
    printf("%d\n", old(3)); //~ call-mismatch
    return 0;
}
