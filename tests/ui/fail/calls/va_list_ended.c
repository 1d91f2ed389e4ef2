#include <stdarg.h>

static int twice(int count, ...)
{
    va_list list;
    va_start(list, count);
    int first = va_arg(list, int);
    va_end(list);
    return first + va_arg(list, int); //~ bad-argument
}

int main(void)
{
    return twice(1, 2);
    return 0;
}
