// The value of a void function that was called before its definition.
#include <stdio.h>

int main(void)
{
    int n = nothing(); //~ implicit-function //~ call-mismatch
    printf("%d\n", n);
    return 0;
}

void nothing() {} //~ conflicting-types
