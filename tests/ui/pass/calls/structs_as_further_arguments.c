#include <stdarg.h>
#include <stdio.h>

struct tiny {
    int c;
};

struct pair {
    double x, y;
    char name[4];
};

static struct tiny made(int c)
{
    struct tiny t = {c};
    return t;
}

static void show(int count, ...)
{
    va_list list;
    va_start(list, count);
    for (int i = 0; i < count; i++) {
        struct tiny t = va_arg(list, struct tiny);
        printf("%d ", t.c);
    }
    struct pair p = va_arg(list, struct pair);
    printf("%.1f %.1f %s %ld\n", p.x, p.y, p.name, va_arg(list, long));
    va_end(list);
}

int main(void)
{
    // Locals whose address nobody took, a global's copy, what a call returned.
    struct tiny first = {10}, second = {11};
    struct pair pair = {1.5, 2.5, "ab"};
    struct tiny several[2] = {{13}, {14}};
    show(2, first, second, pair, 123L);
    show(3, made(12), several[0], several[1], pair, 7L);
    return 0;
}
