#include <stdarg.h>
#include <stdio.h>

// Through a pointer to it the caller's list goes on (7.16p3).
static int next(va_list *list)
{
    return va_arg(*list, int);
}

static int rest(int count, va_list list)
{
    int total = 0;
    while (count-- > 0)
        total += va_arg(list, int);
    return total;
}

static int deeper(int count, va_list list)
{
    // The list is this function's own to go on with.
    int first = va_arg(list, int);
    return first + rest(count - 1, list);
}

static int sum(int count, ...)
{
    va_list list, again;
    va_start(list, count);
    int total = next(&list) + next(&list);
    va_copy(again, list);
    total += deeper(count - 2, list);
    va_end(list);
    total += rest(count - 2, again);
    va_end(again);
    va_start(list, count);
    printf("%d\n", va_arg(list, int));
    va_end(list);
    return total;
}

int main(void)
{
    printf("%d\n", sum(4, 1, 2, 3, 4));
    return 0;
}
