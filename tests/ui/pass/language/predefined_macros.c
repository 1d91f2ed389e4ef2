// The limits that gcc defines without any header.
#include <stdio.h>

int main(void)
{
    printf("%d %d %u\n", __INT32_MAX__, __INT8_MAX__, __UINT32_MAX__);
    printf("%ld %lu\n", __INT64_MAX__, __UINT64_MAX__);
    printf("%ld %lu\n", __INT64_C(5), __UINT64_C(7));
    printf("%d %d %d\n", __INT_WIDTH__, __LONG_WIDTH__, __BIGGEST_ALIGNMENT__);
    printf("%g %g %d %d\n", __FLT_MAX__, __DBL_EPSILON__, __DBL_DIG__, __FLT_MANT_DIG__);
    __INT_LEAST16_TYPE__ least = __INT_LEAST16_MAX__;
    __UINT_FAST8_TYPE__ fast = __UINT_FAST8_MAX__;
    printf("%d %d %zu\n", least, fast, sizeof(__INT_FAST32_TYPE__));
    return 0;
}
