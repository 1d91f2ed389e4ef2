#include <wchar.h>

int main(void)
{
    wchar_t text[5] = L"ab";
    wcscat(text, L"cde"); //~ out-of-bounds
    return 0;
}
