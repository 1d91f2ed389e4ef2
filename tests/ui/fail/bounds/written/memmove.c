#include <string.h>

int main(void)
{
    char text[10] = "abcdefghi";
    memmove(text + 2, text, 9); //~ out-of-bounds
    return 0;
}
