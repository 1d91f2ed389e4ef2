// 7.30.1p1: what is asked about is a wide character or WEOF
//@ options: --keep-going
#include <wctype.h>
int main(void) {
    int sum = iswalpha(0xfffffff0u) != 0;         //~ bad-argument
    sum += iswctype((wint_t)-7, wctype("alpha")); //~ bad-argument
    sum += towupper(0x80000000u) == 'A';          //~ bad-argument
    return sum;
}
