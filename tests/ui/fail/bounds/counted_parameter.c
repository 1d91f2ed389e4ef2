#include <stdio.h>
int fib(int n, int *memo)
{
    if (memo[n] != 0) //~ out-of-bounds
        return memo[n];
    if (n <= 2)
        return 1;
    memo[n] = fib(n - 1, memo) + fib(n - 2, memo);
    return memo[n];
}
int main(void)
{
    int n = 10;
    int memo[10] = {0};
    printf("%d\n", fib(n, memo));
    return 0;
}
