#include <stdio.h>
#include <stdlib.h>

static void last(void)
{
    puts("last");
    exit(4); //~ bad-argument
}

int main(void)
{
    atexit(last);
    exit(3);
}
//@ exit: 4
