#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>
#include <wchar.h>

int main(void)
{
    printf("%s %s %d\n", setlocale(LC_ALL, NULL), localeconv()->decimal_point, (int)MB_CUR_MAX);
    wchar_t wide[16];
    char narrow[16];
    printf("%d %d %d\n", mblen("abc", 3), mblen("", 1), mblen(NULL, 0));
    size_t n = mbtowc(wide, "x", 1);
    printf("%zu %lc\n", n, (wint_t)wide[0]);
    n = wctomb(narrow, L'y');
    printf("%zu %c\n", n, narrow[0]);
    n = mbstowcs(wide, "hello", 16);
    printf("%zu %ls\n", n, wide);
    n = wcstombs(narrow, L"world", 16);
    printf("%zu %s\n", n, narrow);
    mbstate_t state;
    memset(&state, 0, sizeof state);
    printf("%d %zu %zu\n", mbsinit(&state) != 0, mbrlen("ab", 2, &state), mbrtowc(wide, "ab", 2, &state));
    n = wcrtomb(narrow, L'q', &state);
    printf("%zu %c\n", n, narrow[0]);
    const char *from = "several";
    n = mbsrtowcs(wide, &from, 16, &state);
    printf("%zu %d\n", n, from == NULL);
    const wchar_t *back = wide;
    n = wcsrtombs(narrow, &back, 16, &state);
    printf("%zu %s\n", n, narrow);
    char16_t sixteen;
    char32_t thirtytwo;
    n = mbrtoc16(&sixteen, "Z", 1, &state);
    printf("%zu %d\n", n, (int)sixteen);
    n = mbrtoc32(&thirtytwo, "Y", 1, &state);
    printf("%zu %d\n", n, (int)thirtytwo);
    n = c16rtomb(narrow, u'w', &state);
    printf("%zu %c\n", n, narrow[0]);
    n = c32rtomb(narrow, U'v', &state);
    printf("%zu %c\n", n, narrow[0]);
    printf("%d %d %d\n", btowc('a'), (int)wctob(L'b'), wctob(L'\u00e9'));
    return 0;
}
