#include <stdarg.h>
#include <stdio.h>

static int first(va_list list)
{
    int value = va_arg(list, int);
    va_end(list); //~ bad-argument
    return value;
}

static int outer(int count, ...)
{
    va_list list;
    va_start(list, count);
    return first(list);
}

int main(void)
{
    printf("%d\n", outer(1, 3));
    return 0;
}
