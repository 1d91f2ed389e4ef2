/* An element of a string literal is written where it stands (6.4.5p7). */
#include <stdio.h>

int main(void)
{
    for (int i = 0; i < 2; i++)
        putchar("ab"[i]);
    "hello"[0] = 'j'; //~ readonly-write
    return 0;
}
