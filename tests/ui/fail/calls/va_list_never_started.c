#include <stdarg.h>
#include <stdio.h>

static va_list list;

int main(void)
{
    vprintf("hello\n", list); //~ bad-argument
    return 0;
}
