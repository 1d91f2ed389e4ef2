#include <limits.h>
#include <stdio.h>

static int factorial(int n)
{
    return n <= 1 ? 1 : n * factorial(n - 1); //~ signed-overflow
}

static int power(int base, int exponent)
{
    int result = 1;
    for (int i = 0; i < exponent; i++)
        result = result * base; //~ signed-overflow
    return result;
}

/* Which variable, or which part of the calculation, has to be wider. */
int main(void)
{
    int width = 50000, height = 60000, k = INT_MAX;
    long area = width * height; //~ signed-overflow
    int half = width * height; //~ signed-overflow
    printf("%d\n", (width + 1) * height); //~ signed-overflow
    k += 1; //~ signed-overflow
    printf("%d %d %d %d %d\n", area > 0, half > 0, k > 0, factorial(13) > 0, power(10, 10) > 0);
    return 0;
}
