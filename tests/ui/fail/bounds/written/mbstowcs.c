#include <stdlib.h>

int main(void)
{
    wchar_t text[3];
    mbstowcs(text, "abcd", 4); //~ out-of-bounds
    return 0;
}
