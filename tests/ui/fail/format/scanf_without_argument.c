#include <stdio.h>

int main(void)
{
    int n = 0;
    printf("%d\n", sscanf("3 4", "%d %d", &n)); //~ format-mismatch
    return 0;
}
