#include <stdio.h>
int main(void) {
    char c = 'e';
    int n = 3;
    if (c == 'a' || 'b') //~ lone-constant
        puts("a letter");
    if (n != 3 && n != 4 || n == 2 || 5) //~ lone-constant
        puts("a number");
    if (c != 'x' || 'y') //~ lone-constant
        puts("another");
    return 0;
}
