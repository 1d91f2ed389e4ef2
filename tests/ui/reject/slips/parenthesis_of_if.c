#include <stdio.h>

int main(void)
{
    int x = 3;
    if (x > 2 //~ unbalanced-bracket
        printf("%d\n", x);
    while ((x > 2) && x < 9 //~ unbalanced-bracket
        x++;
    return 0;
}
