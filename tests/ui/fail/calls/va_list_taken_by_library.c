// 7.16p3: a list from which a function has taken arguments, used further
#include <stdarg.h>
#include <stdio.h>

static void say(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vprintf(format, list);
    vprintf(format, list); //~ bad-argument
    va_end(list);
}

int main(void)
{
    say("%d %s\n", 1, "one");
    return 0;
}
