#include <stdio.h>

int main(void)
{
    char word[4];
    sscanf("hello", "%[a-z]", word); //~ out-of-bounds
    return 0;
}
