//@ exit: 5
#include <err.h>
#include <errno.h>
#include <error.h>
#include <stdarg.h>
#include <stdio.h>

void end(int plain, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    if (plain) {
        verrx(3, format, list);
    }
    verr(3, format, list);
}

int main(void)
{
    printf("before\n");
    error(5, ENOENT, "status");
    return 0;
}
