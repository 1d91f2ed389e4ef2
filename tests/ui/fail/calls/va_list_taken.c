#include <stdarg.h>
#include <stdio.h>

static int next(va_list list)
{
    return va_arg(list, int);
}

static int sum(int count, ...)
{
    va_list list;
    va_start(list, count);
    int total = next(list);
    for (int i = 1; i < count; i++)
        total += va_arg(list, int); //~ bad-argument
    va_end(list);
    return total;
}

int main(void)
{
    printf("%d\n", sum(3, 1, 2, 3));
    return 0;
}
