#include <stdio.h>

static void swap(int a, int b) //~ copies-changed
{
    int t = a;
    a = b;
    b = t;
}

/* These do something, or say that they do nothing. */
static void swap_there(int *a, int *b)
{
    int t = *a;
    *a = *b;
    *b = t;
}

static void told(int a, int b)
{
    a = b;
    printf("%d\n", a);
}

static void unused(int a)
{
    a = a;
    (void)a;
}

static void nothing(int a)
{
    (void)a;
}

int main(void)
{
    int x = 1, y = 2;
    swap(x, y);
    swap_there(&x, &y);
    told(x, y);
    unused(x);
    nothing(x);
    return 0;
}
