#include <stdio.h>
#include <wchar.h>

int main(void)
{
    wchar_t name[4];
    wcscpy(name, L"Anna"); //~ out-of-bounds
    printf("%ls\n", name);
    return 0;
}
