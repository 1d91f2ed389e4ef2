// 6.7.3.1: from an outer block to an inner one, a pointer from itself, from and to others
//@ options: -W all=error
#include <stdio.h>
static int numbers[8] = {1, 2, 3, 4, 5, 6, 7, 8};

static int sum(const int *restrict from, int n)
{
    int total = 0;
    const int *plain = from;
    while (n-- > 0) {
        const int *restrict each;
        each = from;
        total += *each;
        from = from + 1;
    }
    from = plain;
    return total + from[0];
}

int main(void)
{
    int *restrict first = numbers;
    first = numbers + 1;
    printf("%d\n", sum(first, 3));
    return 0;
}
