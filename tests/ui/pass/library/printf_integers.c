#include <inttypes.h>
#include <stddef.h>
#include <limits.h>
#include <stdio.h>

int main(void) {
    printf("[%5d|%-5d|%05d|%+d|% d|%.3d|%8.3d]\n", 42, 42, 42, 42, 42, 7, -7);
    printf("[%u|%o|%#o|%x|%X|%#x|%#010x]\n", 3000000000u, 8, 8, 255, 255, 255, 255);
    printf("[%ld|%lld|%hd|%hhd|%zu|%jd|%td]\n", LONG_MIN, LLONG_MAX, (short)-1, (char)65, (size_t)9, (intmax_t)1,
           (ptrdiff_t)-2);
    printf("[%*d|%-*d|%.*d]\n", 6, 1, 6, 2, 4, 3);
    printf("[%c|%3c|%-3c|%%]\n", 'x', 'y', 'z');
    printf("[%.0d|%5.0d]\n", 0, 0);
    printf("%" PRId64 " %" PRIu32 "\n", INT64_MIN, UINT32_MAX);
    return printf("four") == 4 ? 0 : 1;
}
