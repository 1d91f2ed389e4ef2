#include <stdio.h>

int main(void)
{
    for (int i = 0; i < 3; i++);
    {
        printf("%d\n", i); //~ undeclared-name
    }
    total = 3; //~ undeclared-name
    return 0;
}
