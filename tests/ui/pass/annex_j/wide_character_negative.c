// 7.30.1p1: every wide character that is not negative may be asked about, and WEOF
#include <wchar.h>
#include <wctype.h>
int main(void) {
    return iswalpha(WEOF) || iswalpha(0x7fffffff) || !iswalpha(L'a') || towlower(WEOF) != WEOF;
}
