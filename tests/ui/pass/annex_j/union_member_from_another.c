#include <stdio.h>

union number {
    int whole;
    float part;
    double exact;
};

static void convert(double *to, const int *from)
{
    *to = *from;
}

int main(void)
{
    union number n, m, many[2];
    n.whole = 3;
    m.part = n.whole;
    convert(&n.exact, &(int){4});
    many[0].whole = 5;
    many[1].exact = many[0].whole;
    // Calculated, and then stored.
    many[0].part = many[0].whole + 1;
    int copy = (int)m.part;
    m.exact = copy;
    printf("%g %g %g %g\n", n.exact, m.exact, many[0].part, many[1].exact);
    return 0;
}
