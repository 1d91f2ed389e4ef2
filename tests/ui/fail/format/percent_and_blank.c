#include <stdio.h>

int main(void)
{
    printf("100% done\n"); //~ format-mismatch
    return 0;
}
