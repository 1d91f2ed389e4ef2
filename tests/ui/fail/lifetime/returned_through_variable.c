#include <stdio.h>

/* The address leaves by way of a variable: gcc does not see it. */
static int *divisors(int number)
{
    int found[50];
    int count = 1;
    for (int i = 2; i < number; i++)
        if (number % i == 0)
            found[count++] = i;
    found[0] = count;
    int *result = found;
    return result;
}

int main(void)
{
    printf("%d\n", *divisors(50)); //~ use-after-return
    return 0;
}
