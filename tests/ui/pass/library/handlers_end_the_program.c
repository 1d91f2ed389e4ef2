#include <stdio.h>
#include <stdlib.h>

static void second(void)
{
    puts("second");
    fflush(stdout);
    _Exit(5);
}

static void first(void)
{
    puts("first");
    // A handler may register another one (7.22.4.4p3).
    atexit(second);
}

int main(void)
{
    atexit(first);
    return 0;
}
//@ exit: 5
