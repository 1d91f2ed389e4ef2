// A void function that is called before it is defined: gcc warns and runs it;
// nobody looks at the int it was taken to return.
#include <stdio.h>

int main(void)
{
    greet(); //~ implicit-function
    say(3); //~ implicit-function
    return 0;
}

void greet() { puts("hello"); } //~ conflicting-types

void say(int n) { printf("%d\n", n); } //~ conflicting-types
