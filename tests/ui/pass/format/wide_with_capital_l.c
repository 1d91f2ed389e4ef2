// To glibc '%Ls' is '%ls'.
#include <stdio.h>
#include <wchar.h>

int main(void)
{
    wprintf(L"%Ls %Lc|\n", L"wide", L'c');
    return 0;
}
