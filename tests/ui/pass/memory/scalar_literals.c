// Compound literals of scalar types (6.5.2.5): objects like any other, read, written and passed.
#include <stdio.h>

static void show(int a, double b, const char *c) { printf("%d %g %s\n", a, b, c); }

static int next(void)
{
    static int n;
    return ++n;
}

int main(void)
{
    int x = (int){2};
    show((int){1}, (double){1.5}, (char *){"text"});
    show(x + (int){3}, (double){x} / 4, &(char){'\0'});
    (int){3} = 5;
    printf("%d %d\n", ((int){7})++, (int){7} += 3);
    int *p = &(int){next()};
    for (int i = 0; i < 3; i++) {
        *p += (int){next()};
    }
    printf("%d %d\n", *p, (int){(int){8}});
    return (int){0};
}
