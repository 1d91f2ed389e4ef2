#include <stdarg.h>
#include <stdio.h>

static int after(char separator, ...)
{
    va_list list;
    va_start(list, separator); //~ bad-argument
    int value = va_arg(list, int);
    va_end(list);
    return separator == ',' ? value : 0;
}

int main(void)
{
    printf("%d\n", after(',', 3));
    return 0;
}
