//@ stdin: 0
#include <stdio.h>

/* The divisor comes from the input. */
int main(void)
{
    int parts;
    if (scanf("%d", &parts) != 1)
        return 1;
    printf("%d\n", 100 / parts); //~ division-by-zero
    return 0;
}
