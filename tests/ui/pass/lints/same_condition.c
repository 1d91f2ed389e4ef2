#include <stdio.h>

static int next(void)
{
    static int n;
    return n++;
}

int main(void)
{
    int c = 3;
    if (c == 1)
        puts("one");
    else if (c == 2)
        puts("two");
    else if (c == 1) //~ same-condition
        puts("three");
    /* Each call may give another value. */
    if (next() == 1)
        puts("first");
    else if (next() == 1)
        puts("second");
    if (c == 1 || c++ == 9)
        puts("four");
    else if (c == 4)
        puts("five");
    /* This is switched off. */
    if (0)
        puts("six");
    else if (0)
        puts("seven");
    return 0;
}
