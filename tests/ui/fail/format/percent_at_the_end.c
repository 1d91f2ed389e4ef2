#include <stdio.h>

int main(void)
{
    printf("100%"); //~ format-mismatch
    return 0;
}
