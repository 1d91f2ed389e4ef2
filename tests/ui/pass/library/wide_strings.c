#define _GNU_SOURCE
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <wchar.h>

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

int main(void)
{
    wchar_t a[40], b[40];
    wcscpy(a, L"hello");
    wcscat(a, L" wide");
    wcsncat(a, L" world", 4);
    printf("%ls %zu %zu\n", a, wcslen(a), wcsnlen(a, 4));
    wcsncpy(b, L"abc", 6);
    printf("%ls %d\n", b, (int)b[5]);
    wmemcpy(b, L"wxyz", 5);
    wmemmove(b + 1, b, 4);
    b[5] = 0;
    printf("%ls\n", b);
    wmemset(b, L'-', 3);
    printf("%ls\n", b);
    printf("%td\n", wmempcpy(b, L"mem", 4) - b);
    printf("%td %td\n", wcpcpy(b, L"four") - b, wcpncpy(b, L"fiver", 3) - b);
    wchar_t *copy = wcsdup(L"copied");
    printf("%ls %zu\n", copy, wcsxfrm(b, copy, 40));
    free(copy);
    printf("%d %d %d\n", sign(wcscmp(L"a", L"b")), sign(wcscoll(L"b", L"a")), sign(wcsncmp(L"abc", L"abd", 2)));
    printf("%d %d %d\n", wcscasecmp(L"ABC", L"abc"), wcsncasecmp(L"ABx", L"aby", 2), sign(wmemcmp(L"ab", L"ac", 2)));
    const wchar_t *s = L"the quick brown fox";
    printf("%td %td %td\n", wcschr(s, L'q') - s, wcsrchr(s, L'o') - s, wcschrnul(s, L'!') - s);
    printf("%zu %zu %td\n", wcsspn(s, L"eht"), wcscspn(s, L"xq"), wcspbrk(s, L"zb") - s);
    printf("%td %td\n", wcsstr(s, L"brown") - s, wmemchr(s, L'k', 10) - s);
    wchar_t parts[] = L"a,b;;c", *state;
    for (wchar_t *part = wcstok(parts, L",;", &state); part; part = wcstok(NULL, L",;", &state)) {
        printf("[%ls]", part);
    }
    wchar_t *end;
    printf("\n%ld %lu %lld %llu\n", wcstol(L"-12x", &end, 10), wcstoul(L"ff", NULL, 16), wcstoll(L"077", NULL, 0), wcstoull(L"9", NULL, 10));
    printf("%jd %ju %lc\n", wcstoimax(L"-5", NULL, 10), wcstoumax(L"5", NULL, 10), (wint_t)*end);
    printf("%g %g %Lg\n", wcstod(L"2.5", NULL), (double)wcstof(L"0x1p3", NULL), wcstold(L"1e2", NULL));
    printf("%d %d\n", wcwidth(L'a'), wcswidth(L"abc", 3));
    struct tm tm = {.tm_year = 100, .tm_mon = 1, .tm_mday = 29, .tm_hour = 13};
    printf("%zu %ls\n", wcsftime(b, 40, L"%Y-%m-%d %H:%M", &tm), b);
    return 0;
}
