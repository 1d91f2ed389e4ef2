#include <stdio.h>

int main(void)
{
    int x = 3;
    if (x > 2);
        printf("a\n");
    else //~ syntax-error
        printf("b\n");
    return 0;
}
