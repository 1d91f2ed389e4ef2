// 6.5.16.1p3: what overlaps must be the same bytes and of the same type
#include <stdio.h>

union number {
    int whole;
    float part;
    double exact;
};

static void convert(double *to, const int *from)
{
    *to = *from; //~ overlapping-copy
}

int main(void)
{
    union number n;
    n.whole = 3;
    n.part = n.whole; //~ overlapping-copy
    n.whole = 4;
    convert(&n.exact, &n.whole);
    printf("%g\n", n.exact);
    return 0;
}
