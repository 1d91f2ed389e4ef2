#include <wchar.h>

int main(void)
{
    wchar_t text[3];
    wcscpy(text, L"abc"); //~ out-of-bounds
    return 0;
}
