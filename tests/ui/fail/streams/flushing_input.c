#include <stdio.h>

int main(void)
{
    int n = 0;
    if (scanf("%d", &n) != 1)
        return 1;
    fflush(stdin); //~ bad-argument
    printf("%d\n", n);
    return 0;
}
//@ stdin: 7 rest\n
