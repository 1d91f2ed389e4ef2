#include <stdio.h>

int main(void)
{
    char format[] = "100% sure %s\n";
    printf(format, "yes"); //~ format-mismatch
    return 0;
}
