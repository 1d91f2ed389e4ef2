#include <stdarg.h>
#include <stdio.h>

static int first_twice(int count, ...)
{
    va_list list, again;
    va_start(list, count);
    va_copy(again, list); //~ bad-argument
    int total = va_arg(list, int) + va_arg(again, int);
    va_end(list);
    return total;
}

int main(void)
{
    printf("%d\n", first_twice(1, 3));
    return 0;
}
