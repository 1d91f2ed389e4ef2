#include <stdio.h>
#include <wchar.h>

int main(void)
{
    printf("bytes\n");
    wprintf(L"wide\n"); //~ bad-argument
    return 0;
}
