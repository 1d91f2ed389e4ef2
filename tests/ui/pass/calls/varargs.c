#include <stdarg.h>
#include <stdio.h>

static int sum(int n, ...) {
    va_list list;
    va_start(list, n);
    int s = 0;
    while (n-- > 0) s += va_arg(list, int);
    va_end(list);
    return s;
}

static void show(const char *kinds, ...) {
    va_list list, again;
    va_start(list, kinds);
    va_copy(again, list);
    for (const char *k = kinds; *k; k++) switch (*k) {
            case 'i': printf("%d ", va_arg(list, int)); break;
            case 'd': printf("%g ", va_arg(list, double)); break;
            case 's': printf("%s ", va_arg(list, char *)); break;
            case 'l': printf("%ld ", va_arg(list, long)); break;
        }
    printf("| %d\n", va_arg(again, int));
    va_end(again);
    va_end(list);
}

static int logged(const char *format, ...) {
    va_list list;
    va_start(list, format);
    int n = vprintf(format, list);
    va_end(list);
    return n;
}

int main(void) {
    printf("%d %d\n", sum(3, 1, 2, 3), sum(0));
    show("idsl", 1, 2.5, "three", 4L);
    printf("%d\n", logged("%s-%c\n", "ab", 'c'));
    return 0;
}
