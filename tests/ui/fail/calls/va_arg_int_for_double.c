#include <stdarg.h>

static double mean(int n, ...)
{
    va_list list;
    va_start(list, n);
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += va_arg(list, double); //~ va-arg-mismatch
    va_end(list);
    return sum / n;
}

int main(void)
{
    return (int)mean(3, 1.0, 2, 3.0);
}
