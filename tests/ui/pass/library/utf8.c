// Characters where the locale's encoding is UTF-8.
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

static void restarted(void)
{
    const char *euro = "\xe2\x82\xac!";
    mbstate_t state;
    memset(&state, 0, sizeof state);
    wchar_t c = 0;
    printf("%zd", (ssize_t)mbrtowc(&c, euro, 1, &state));
    printf(" %d", mbsinit(&state) != 0);
    printf(" %zd", (ssize_t)mbrtowc(&c, euro + 1, 1, &state));
    printf(" %zd", (ssize_t)mbrtowc(&c, euro + 2, 2, &state));
    printf(" %d %x\n", mbsinit(&state) != 0, (unsigned)c);
    char bytes[8] = "";
    printf("%zu", wcrtomb(bytes, 0x1f600, &state));
    printf(" %s\n", bytes);
    wchar_t wide[16];
    const char *from = "stra\xc3\x9f" "e";
    printf("%zu", mbsrtowcs(wide, &from, 16, &state));
    printf(" %ls %d\n", wide, from == NULL);
    const wchar_t *back = wide;
    printf("%zu", wcsrtombs(bytes, &back, 5, &state));
    printf(" %td %.4s\n", back - wide, bytes);
    printf("%zd\n", (ssize_t)mbrtowc(&c, "\xff", 1, &state));
}

int main(void)
{
    printf("%s %zu", setlocale(LC_ALL, NULL), MB_CUR_MAX);
    printf(" %s %zu\n", setlocale(LC_ALL, "C.UTF-8"), MB_CUR_MAX);
    wchar_t wide[16];
    char narrow[16];
    printf("%d %d %d\n", mblen("\xc3\xa9", 2), mblen("\xc3\xa9", 1), mblen("\xa9", 1));
    printf("%d", mbtowc(wide, "\xc3\xa9", 6));
    printf(" %x\n", (unsigned)wide[0]);
    printf("%d", wctomb(narrow, 0xe9));
    printf(" %.2s\n", narrow);
    printf("%zu", mbstowcs(wide, "na\xc3\xafve", 16));
    printf(" %ls\n", wide);
    printf("%zu", wcstombs(narrow, L"h\u00e9llo", sizeof narrow));
    printf(" %s %zu\n", narrow, wcstombs(NULL, L"\u20ac\u20ac", 0));
    printf("[%ls] [%.3ls] [%7ls] [%lc]\n", L"\u20acuro", L"\u20acuro", L"\u20ac", (wint_t)0xe9);
    printf("%d %d %d %d\n", iswalpha(0xe9) != 0, iswupper(0xc9) != 0, iswspace(0xe9) != 0, iswpunct(0x20ac) != 0);
    printf("%d %d\n", towupper(0xe9) == 0xc9, towlower(0x39b) == 0x3bb);
    swprintf(wide, 16, L"%s|%5ls|", "\xc3\xa9", L"\u00e9");
    printf("%zu %ls\n", wcslen(wide), wide);
    restarted();
    // One category alone.
    setlocale(LC_ALL, "C");
    setlocale(LC_CTYPE, "C.UTF-8");
    char kept[400];
    strcpy(kept, setlocale(LC_ALL, NULL));
    printf("%.40s\n", kept);
    setlocale(LC_ALL, "C");
    printf("%d %s\n", mblen("\xc3\xa9", 2), setlocale(LC_ALL, kept) ? "set again" : "null");
    printf("%d %d\n", mblen("\xc3\xa9", 2), setlocale(LC_ALL, "no such") == NULL);
    return 0;
}
