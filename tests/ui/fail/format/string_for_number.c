#include <stdio.h>

int main(void)
{
    printf("%d\n", "text"); //~ format-mismatch
    return 0;
}
