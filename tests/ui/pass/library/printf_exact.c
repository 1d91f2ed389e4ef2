#include <float.h>
#include <math.h>
#include <stdio.h>
#include <wchar.h>

int main(void)
{
    const double values[] = {0.0, -0.0, 1.0, 0.1, 1.5, 2.5, 1e23, 123456789.125, 5e-324, DBL_MAX, DBL_MIN, 1.0 / 3,
                             9.995, 0.00012345, 999999.5, 1e-5, 1e15, 4503599627370497.5, INFINITY, NAN};
    const char *formats[] = {"%a", "%.0a", "%.3A", "%+.20a", "%#.0f", "%.0e", "%.17g", "%#g", "%.0g", "%G", "%E",
                             "%30.12e|", "%-30.3f|", "%030.10f|", "% .40f", "%.60g", "%+.1e"};
    for (size_t f = 0; f < sizeof formats / sizeof *formats; ++f) {
        for (size_t v = 0; v < sizeof values / sizeof *values; ++v) {
            printf("%s:", formats[f]);
            printf(formats[f], values[v]);
            printf("\n");
        }
    }
    printf("%.400f\n", 0x1p-1074);
    printf("%.1100g\n", 0x1.fffffffffffffp-1022);
    printf("%2$s-%1$d-%2$.2s-%1$05d\n", 42, "text");
    printf("%2$*1$d|%3$-*1$d|%2$.*1$d\n", 6, 77, 88);
    printf("%3$c%2$c%1$c%%\n", 'a', 'b', 'c');
    printf("%hhd %hd %hhu %ho %#x %#o %+d % d\n", 300, 70000, 300, 70000, 0, 8, 5, 5);
    printf("%jd %zu %td %lld %#llx\n", (long)-1, sizeof(int), (long)-3, -1LL, 255ULL);
    printf("[%5c][%-5c][%05d][%+.3d][%.0d][%5.3s][%-8s]\n", 'x', 'y', -42, 7, 0, "abcdef", "ab");
    printf("[%ls][%.2ls][%lc][%8ls]\n", L"wide", L"wide", L'w', L"abc");
    int n;
    long ln;
    printf("123%n45%ln6\n", &n, &ln);
    printf("%d %ld\n", n, ln);
    printf("%p %s\n", (void *)0, "end");
    return 0;
}
