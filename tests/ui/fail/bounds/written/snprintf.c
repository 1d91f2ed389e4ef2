#include <stdio.h>

int main(void)
{
    char text[5];
    snprintf(text, 10, "%s", "hello"); //~ out-of-bounds
    return 0;
}
