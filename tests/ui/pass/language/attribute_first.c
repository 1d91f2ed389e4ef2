// Attributes with arguments before a declaration are no parameter lists of old-style functions.
#include <stdarg.h>
#include <stdio.h>

#define PRINTF(format_at, first) __attribute__((format(printf, format_at, first)))

__attribute__((format(printf, 1, 2))) void say(const char *format, ...);

PRINTF(2, 3)
static int tell(int n, const char *format, ...);

extern __attribute__((nonnull(1), format(printf, 1, 0))) int passed(const char *format, va_list list);

__attribute__((unused, section(".text"))) static int old(a, b)
    int a;
    double b;
{
    return a + (int)b;
}

void say(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    passed(format, list);
    va_end(list);
}

int passed(const char *format, va_list list) { return vprintf(format, list); }

static int tell(int n, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    n += passed(format, list);
    va_end(list);
    return n;
}

int main(void)
{
    say("%d %s\n", 1, "one");
    printf("%d %d\n", tell(10, "%d\n", 5), old(1, 2.5));
    return 0;
}
