#include <stdio.h>

int main(void)
{
    char text[4];
    text[0] = 'x';
    fputs(text, stdout); //~ uninitialized-read
    return 0;
}
