#include <wchar.h>

int main(void)
{
    wchar_t text[3];
    wmemset(text, L'x', 4); //~ out-of-bounds
    return 0;
}
