// Compound literals of struct type as further arguments, beside arrays.
#include <stdarg.h>
#include <stdio.h>

struct pair {
    int x, y;
};

struct word {
    char text[12];
};

static int sum(int count, ...)
{
    va_list list;
    int total = 0;
    va_start(list, count);
    for (int i = 0; i < count; i++) {
        struct pair p = va_arg(list, struct pair);
        total += p.x * p.y;
    }
    va_end(list);
    return total;
}

static char second(int count, ...)
{
    va_list list;
    va_start(list, count);
    const char *first = va_arg(list, const char *);
    struct word word = va_arg(list, struct word);
    va_end(list);
    return first[0] == word.text[0] ? word.text[1] : '?';
}

static struct pair table[3] = {{1, 2}, {3, 4}, {5, 6}};

int main(void)
{
    char text[12] = "abc";
    int numbers[3] = {1, 2, 3};
    struct pair own[2] = {{1, 1}, {2, 2}};
    printf("%d\n", sum(2, (struct pair){1, 2}, table[2]));
    printf("%d\n", sum(3, table[0], (struct pair){numbers[0], numbers[2]}, own[1]));
    printf("%c\n", second(2, text, (struct word){"ax"}));
    printf("%c\n", second(2, (char[]){"abc"}, (struct word){"ay"}));
    for (int i = 0; i < 3; i++)
        printf("%d\n", sum(2, table[i], (struct pair){numbers[i], i}));
    return 0;
}
