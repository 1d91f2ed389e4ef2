//@ exit: 4
#include <err.h>
#include <errno.h>
#include <error.h>
#include <stdarg.h>
#include <stdio.h>

static void both(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vwarn(format, list);
    va_end(list);
    va_start(list, format);
    vwarnx(format, list);
    va_end(list);
}

int main(void)
{
    errno = ENOENT;
    warn("cannot open %s", "a.txt");
    warnx("%d things", 3);
    both("both %c", 'x');
    warn(NULL);
    printf("on\n");
    error(0, EACCES, "error %d", 1);
    error(0, 0, "no number");
    errx(4, "the end");
}
