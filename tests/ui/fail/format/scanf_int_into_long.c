#include <stdio.h>

int main(void)
{
    long n = 0;
    sscanf("3", "%d", &n); //~ format-mismatch
    printf("%ld\n", n);
    return 0;
}
