#include <stdarg.h>
#include <stdio.h>

static void print(char *to, size_t size, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vsnprintf(to, size, format, list); //~ out-of-bounds
    va_end(list);
}

int main(void)
{
    char text[4];
    print(text, 40, "%d", 12345);
    return 0;
}
