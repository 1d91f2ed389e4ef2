#include <stdio.h>
int main(void)
{
    int x = 4;
    char c = 'b';
    if (!x == 3) //~ not-in-comparison
        puts("never");
    if (!c == 'a') //~ not-in-comparison
        puts("never");
    if (!x < 2) //~ not-in-comparison
        puts("always");
    if (!x == -1) //~ not-in-comparison
        puts("never");
    return 0;
}
