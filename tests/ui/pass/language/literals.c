#include <stdio.h>

int main(void) {
    printf("%d %d %d %ld %llu\n", 017, 0xff, 0b101, 10L, 18446744073709551615ULL);
    printf("%d %d %d %d\n", 'a', '\n', '\x41', '\101');
    printf("%g %g %g %g\n", 1e3, .5, 0x1p-2, 1.5f);
    printf("%s %zu\n", "joined " "text\t\"q\" \\", sizeof "ab" "cd");
    printf("%zu %zu %zu\n", sizeof 2147483647, sizeof 2147483648, sizeof 0xffffffff);
    return 0;
}
