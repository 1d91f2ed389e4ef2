#include <stdlib.h>

static void last(void)
{
    quick_exit(1); //~ bad-argument
}

int main(void)
{
    at_quick_exit(last);
    quick_exit(0);
}
//@ exit: 1
