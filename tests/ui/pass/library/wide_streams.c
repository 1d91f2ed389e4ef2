#include <stdarg.h>
#include <stdio.h>
#include <wchar.h>
//@ stdin: 12 word\nline two\n7 8 9\n

static int out(const wchar_t *format, ...)
{
    va_list list;
    va_start(list, format);
    int n = vwprintf(format, list);
    va_end(list);
    va_start(list, format);
    n += vfwprintf(stdout, format, list);
    va_end(list);
    wchar_t text[40];
    va_start(list, format);
    n += vswprintf(text, 40, format, list);
    va_end(list);
    fputws(text, stdout);
    return n;
}

static int in(const wchar_t *text, const wchar_t *format, ...)
{
    va_list list;
    va_start(list, format);
    int n = vswscanf(text, format, list);
    va_end(list);
    return n;
}

static int more(int from_stdin, const wchar_t *format, ...)
{
    va_list list;
    va_start(list, format);
    int n = from_stdin ? vwscanf(format, list) : vfwscanf(stdin, format, list);
    va_end(list);
    return n;
}

int main(void)
{
    int a = 0;
    wchar_t word[20];
    wprintf(L"%d\n", fwide(stdout, 1) > 0);
    wprintf(L"%d", wscanf(L"%d %19ls", &a, word));
    wprintf(L" %d %ls\n", a, word);
    getwchar();
    fgetws(word, 20, stdin);
    fputws(word, stdout);
    wprintf(L"%d\n", out(L"%d-%ls;", 5, L"x"));
    wprintf(L"%d %d\n", in(L"33 x", L"%d", &a), a);
    wprintf(L"%d", swscanf(L"44", L"%d", &a));
    wprintf(L" %d\n", a);
    wprintf(L"%d", fwscanf(stdin, L"%d", &a));
    wprintf(L" %d\n", a);
    wprintf(L"%d", more(1, L"%d", &a));
    wprintf(L" %d\n", a);
    wprintf(L"%d", more(0, L"%d", &a));
    wprintf(L" %d\n", a);
    wint_t c = getwc(stdin);
    ungetwc(c, stdin);
    wprintf(L"%d %d\n", (int)fgetwc(stdin), (int)(fgetwc(stdin) == WEOF));
    swprintf(word, 20, L"%05.1f", 2.25);
    fwprintf(stdout, L"%ls\n", word);
    putwc(L'p', stdout);
    fputwc(L'q', stdout);
    putwchar(L'\n');
    return 0;
}
