//@ exit: 3
#include <stdio.h>
#include <stdlib.h>

static void never(void)
{
    printf("never\n");
}

int main(void)
{
    atexit(never);
    printf("flushed\n");
    fflush(stdout);
    _Exit(3);
}
