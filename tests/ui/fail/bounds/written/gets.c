#include <stdio.h>

int main(void)
{
    char line[4];
    gets(line); //~ out-of-bounds
    return 0;
}
//@ stdin: abcdefgh\n
