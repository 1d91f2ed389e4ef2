// gcc's 'aligned' in the name of a type counts, for _Alignas and for _Alignof.
#include <stdio.h>

_Alignas(int __attribute__((aligned(16)))) int one;
_Alignas(double) char two;

int main(void)
{
    printf("%zu %zu %zu\n", _Alignof(int __attribute__((aligned(32)))), __alignof__(one), __alignof__(two));
    return 0;
}
