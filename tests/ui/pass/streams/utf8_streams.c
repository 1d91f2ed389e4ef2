//@ stdin: café €\nsecond\n
// Wide streams where the locale's encoding is UTF-8.
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    wint_t c = getwchar();
    ungetwc(0x20ac, stdin);
    wprintf(L"%lc%lc", c, getwchar());
    wchar_t line[32];
    fgetws(line, 32, stdin);
    wprintf(L"%d %ls", (int)wcslen(line), line);
    fputws(L"\u00fcber ", stdout);
    putwchar(0xe9);
    wprintf(L" %s\n", "na\xc3\xafve");
    int n = 0;
    wscanf(L"%ls%n", line, &n);
    wprintf(L"%ls %d\n", line, n);
    return 0;
}
