//@ exit: 7
#include <stdio.h>
#include <stdlib.h>

static void first(void)
{
    printf("registered first\n");
    fflush(stdout);
}

static void second(void)
{
    printf("registered second\n");
}

static void never(void)
{
    printf("never\n");
}

int main(void)
{
    atexit(never);
    at_quick_exit(first);
    at_quick_exit(second);
    quick_exit(7);
}
