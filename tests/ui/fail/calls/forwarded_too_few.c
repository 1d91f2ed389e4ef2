#include <stdarg.h>
#include <stdio.h>

static void say(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vprintf(format, list); //~ format-mismatch
    va_end(list);
}

int main(void)
{
    say("%d %s\n", 1);
    return 0;
}
