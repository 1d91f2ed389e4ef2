#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

static jmp_buf failed;

static int sum_twice(int count, ...)
{
    va_list list, again;
    va_start(list, count);
    va_copy(again, list);
    int total = 0;
    for (int i = 0; i < count; i++)
        total += va_arg(list, int) + va_arg(again, int);
    va_end(again);
    va_end(list);
    // Ended, so it may begin anew.
    va_start(list, count);
    total += va_arg(list, int);
    va_end(list);
    return total;
}

static void say(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vprintf(format, list);
    va_end(list);
}

static void fail(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vprintf(format, list);
    longjmp(failed, 1);
}

int main(void)
{
    say("%d %s\n", sum_twice(2, 3, 4), "done");
    if (setjmp(failed) == 0)
        fail("%s\n", "giving up");
    return 0;
}
