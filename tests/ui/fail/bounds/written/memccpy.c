#include <string.h>

int main(void)
{
    char text[3];
    memccpy(text, "abcdef", 'z', 6); //~ out-of-bounds
    return 0;
}
