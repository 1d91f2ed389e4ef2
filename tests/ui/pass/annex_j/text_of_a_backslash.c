// 6.10.3.2p2: backslashes in strings, and two of them, make a string literal
//@ options: -W all=error
#include <stdio.h>
#define TEXT(x) #x
int main(void) {
    puts(TEXT("\n" '\\'));
    puts(TEXT("back\\"));
    return sizeof TEXT(\\) != 2;
}
