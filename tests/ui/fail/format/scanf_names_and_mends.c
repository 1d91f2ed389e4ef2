#include <stdio.h>

int main(void)
{
    long n = 0;
    double d = 0;
    sscanf("1", "%d", &n); //~ format-mismatch
    sscanf("2", "%hd", &n); //~ format-mismatch
    return sscanf("3", "%f", &d); //~ format-mismatch
}
