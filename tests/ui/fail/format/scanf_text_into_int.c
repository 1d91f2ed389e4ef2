#include <stdio.h>

int main(void)
{
    int n = 0;
    sscanf("3", "%s", &n); //~ format-mismatch
    return 0;
}
