// Encodings of literals, universal character names, names beyond ASCII.
#include <stdio.h>
#include <uchar.h>
#include <wchar.h>

#define GLUE(a, b) a##b

int main(void)
{
    int caf\u00e9 = 4, größe = 5;
    const char *utf8 = u8"h\u00e9llo", *plain = "ж\U0001F600";
    const char16_t *two = u"aé\U0001F600";
    const char32_t *four = U"aé\U0001F600";
    const wchar_t *wide = L"a" L"\x42" L"é";
    printf("%d %d %s\n", café, GLUE(grö, ße), __func__);
    printf("%s %s %zu %zu\n", utf8, plain, sizeof u8"é", sizeof "é");
    printf("%zu %x %x %x\n", sizeof u"aé\U0001F600" / sizeof *two, two[1], two[2], two[3]);
    printf("%zu %x %x\n", sizeof U"aé\U0001F600" / sizeof *four, (unsigned)four[1], (unsigned)four[2]);
    printf("%zu %x %x\n", wcslen(wide), (unsigned)wide[1], (unsigned)wide[2]);
    printf("%d %d %d\n", L'é', u'x', U'\U0001F600');
    printf("%s|%s|%zu\n", "a\tb\\\"\?\x7e\101", "split \
line", sizeof "x\0y" "z");
    printf("%a %g %g %g\n", 0x1.8p3, 0x.8p1, 0x1p-2f, 0xA.p0);
    printf("%d %d %d\n", '\377', '\x41', '\'');
    return 0;
}
