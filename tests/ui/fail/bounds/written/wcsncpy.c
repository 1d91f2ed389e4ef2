#include <wchar.h>

int main(void)
{
    wchar_t text[3];
    wcsncpy(text, L"a", 4); //~ out-of-bounds
    return 0;
}
