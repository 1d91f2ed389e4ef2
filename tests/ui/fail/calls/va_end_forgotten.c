#include <stdarg.h>
#include <stdio.h>

static int sum(int count, ...)
{
    va_list list;
    va_start(list, count); //~ bad-argument
    int total = 0;
    for (int i = 0; i < count; i++)
        total += va_arg(list, int);
    return total;
}

int main(void)
{
    printf("%d\n", sum(2, 3, 4));
    printf("%d\n", sum(1, 3));
    return 0;
}
