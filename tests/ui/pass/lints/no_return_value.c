#include <assert.h>
#include <stdlib.h>

static int f(int x)
{
    if (x > 5)
        return 1;
} //~ no-return-value

static int found(int x)
{
    for (int i = 0; i < 3; i++)
        if (i == x)
            return i;
} //~ no-return-value

static int left(int x)
{
    for (;;) {
        if (x++ > 4)
            break;
    }
} //~ no-return-value

static int chosen(int x)
{
    switch (x) {
    case 1:
        return 2;
    case 2:
        x++;
        break;
    default:
        return 1;
    }
} //~ no-return-value

/* Nothing below comes to its end. */
static void fail(void)
{
    exit(3);
}

static int g(int x)
{
    if (x)
        return 1;
    else
        fail();
}

static int h(int x)
{
    while (1) {
        if (x++ > 3)
            return 1;
    }
}

static int k(int x)
{
    switch (x) {
    case 1:
        return 1;
    case 2:
        break;
    default:
        abort();
    }
    return 0;
}

static int never(int x)
{
    if (x < 9)
        return 1;
    assert(!"never");
}

enum colour { RED, GREEN };

static int of_enum(enum colour c)
{
    switch (c) {
    case RED:
        return 1;
    case GREEN:
        return 2;
    }
}

static int jumps(int x)
{
again:
    if (x++ > 3)
        return x;
    goto again;
}

static int until(int x)
{
    do {
        if (x++ > 3)
            return x;
    } while (1);
}

int main(void)
{
    if (f(6) + g(1) + h(1) + k(1) + never(1) + of_enum(RED) + jumps(1) + until(1) + found(2) == 0)
        return 1;
    left(1);
    chosen(2);
}
