#include <stdio.h>

int main(void)
{
    printf('hello\n'); //~ wild-pointer
                       //~^ multi-character
    return 0;
}
