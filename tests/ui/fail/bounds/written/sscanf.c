#include <stdio.h>

int main(void)
{
    char word[4];
    sscanf("hello", "%4s", word); //~ out-of-bounds
    return 0;
}
