// Control that enters statements in the middle: Duff's device, goto into
// blocks and loops, cases inside conditions, jumps back before a declaration.
#include <stdio.h>

static void duff(char *to, const char *from, int count)
{
    int n = (count + 7) / 8;
    switch (count % 8) {
    case 0: do { *to++ = *from++;
    case 7: *to++ = *from++;
    case 6: *to++ = *from++;
    case 5: *to++ = *from++;
    case 4: *to++ = *from++;
    case 3: *to++ = *from++;
    case 2: *to++ = *from++;
    case 1: *to++ = *from++;
        } while (--n > 0);
    }
}

static int into(int k)
{
    int r = 0;
    if (k == 1)
        goto block;
    r += 100;
    {
        int z;
    block:
        z = 5;
        r += z;
    }
    if (k == 2)
        goto loop;
    for (r = 10; r < 15; r++) {
    loop:
        r += 1;
    }
    return r;
}

static int cases(int n)
{
    int r = 0;
    switch (n) {
        if (0) {
    case 1: r += 1;
        } else {
    case 2: r += 2;
        }
        for (; r < 25;) {
    case 3: r += 10;
        }
        break;
    default: r = -1;
        while (0) {
    case 4: r = 4;
            continue;
        }
    }
    return r;
}

static int wide(unsigned long n)
{
    switch (n) {
    case 0xffffffffffffffff: return 1;
    case 1UL << 63: return 2;
    case -2: return 3;
    }
    return 0;
}

static int back(void)
{
    int turns = 0;
    {
        int k;
    top:
        k = turns++;
        if (k < 5)
            goto top;
        return k;
    }
}

int main(void)
{
    char to[40] = {0};
    duff(to, "hello, duff device!", 19);
    puts(to);
    printf("%d %d %d\n", into(0), into(1), into(2));
    printf("%d %d %d %d %d\n", cases(1), cases(2), cases(3), cases(4), cases(5));
    printf("%d %d %d %d %d\n", wide(-1), wide(1UL << 63), wide(-2), wide(3), back());
    for (int n = 0; n < 2; n++) switch (n) case 1: puts("a switch without braces");
    return 0;
}
