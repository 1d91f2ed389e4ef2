#include <stdarg.h>
#include <stdio.h>

static int first_twice(int count, ...)
{
    va_list list;
    va_start(list, count);
    int total = va_arg(list, int);
    va_start(list, count); //~ bad-argument
    total += va_arg(list, int);
    va_end(list);
    return total;
}

int main(void)
{
    printf("%d\n", first_twice(1, 3));
    return 0;
}
