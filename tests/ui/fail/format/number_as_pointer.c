#include <stdio.h>

int main(void)
{
    printf("%p\n", 5); //~ format-mismatch
    return 0;
}
