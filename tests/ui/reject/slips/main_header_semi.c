#include <stdio.h>
int main(void); //~ syntax-error
{
    printf("x\n");
    return 0;
}
