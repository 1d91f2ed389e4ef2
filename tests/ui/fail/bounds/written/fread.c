#include <stdio.h>

int main(void)
{
    int numbers[1];
    fread(numbers, sizeof numbers[0], 2, stdin); //~ out-of-bounds
    return 0;
}
//@ stdin: abcdefgh\n
