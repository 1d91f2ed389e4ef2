#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

int main(void)
{
    for (wint_t c = 0; c < 128; ++c) {
        printf("%d%d%d%d%d%d%d%d%d%d%d%d %d %d\n", !!iswalnum(c), !!iswalpha(c), !!iswblank(c), !!iswcntrl(c),
               !!iswdigit(c), !!iswgraph(c), !!iswlower(c), !!iswprint(c), !!iswpunct(c), !!iswspace(c),
               !!iswupper(c), !!iswxdigit(c), (int)towlower(c), (int)towupper(c));
    }
    printf("%d %d\n", !!iswctype(L'x', wctype("alpha")), !!iswctype(L'5', wctype("alpha")));
    printf("%d %d\n", (int)towctrans(L'x', wctrans("toupper")), (int)wctype("nothing"));
    return 0;
}
