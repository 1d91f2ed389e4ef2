#include <wchar.h>

int main(void)
{
    wchar_t text[8] = L"abcdef";
    wmemcpy(text + 1, text, 4); //~ overlapping-copy
    return 0;
}
