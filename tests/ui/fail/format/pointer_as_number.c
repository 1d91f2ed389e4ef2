#include <stdio.h>

int main(void)
{
    int n = 3;
    printf("%d\n", &n); //~ format-mismatch
    return 0;
}
