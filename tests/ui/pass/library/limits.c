#include <float.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

int main(void) {
    printf("%d %d %d %u %ld %lu\n", CHAR_BIT, INT_MAX, INT_MIN, UINT_MAX, LONG_MAX, ULONG_MAX);
    printf("%d %d %d %d\n", CHAR_MIN, SCHAR_MAX, SHRT_MIN, USHRT_MAX);
    printf("%zu %lu %d\n", (size_t)-1, (unsigned long)SIZE_MAX, INT8_MIN);
    printf("%g %g %d %g\n", DBL_MAX, DBL_MIN, DBL_DIG, FLT_EPSILON);
    printf("%zu %zu %zu\n", sizeof(int64_t), sizeof(ptrdiff_t), sizeof(wchar_t));
    return 0;
}
