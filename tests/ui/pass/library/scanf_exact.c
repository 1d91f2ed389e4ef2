#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static void doubles(const char *text)
{
    double a = -1, b = -1;
    int n = -1;
    int r = sscanf(text, "%lf%n", &a, &n);
    printf("\"%s\" %d %.17g %d;", text, r, a, n);
    char *end;
    b = strtod(text, &end);
    printf(" %.17g %td\n", b, end - text);
}

int main(void)
{
    const char *numbers[] = {"1.5", "+.5e1x", "-1e", "1e+", "0x1.8p1z", "0x", "0xg", "infinity!", "inf", "nan(abc)", "nan",
                             ".", "-", "1.e2", "00012", "1e400", "1e-400", "2.2250738585072011e-308",
                             "179769313486231580793e289", "9007199254740993", "0x1.00000000000008p0", "1..2", "  7  "};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; ++i) {
        doubles(numbers[i]);
    }
    const char *integers[] = {"42", "-0x2A", "052", "0b11", "+7", "1234567", "-", "x", "", "  12abc"};
    for (size_t i = 0; i < sizeof integers / sizeof *integers; ++i) {
        int d = -1, o = -1, n = -1;
        unsigned u = 1, x = 1;
        long l = -1;
        int r = sscanf(integers[i], "%d%n", &d, &n);
        printf("\"%s\" %d %d %d;", integers[i], r, d, n);
        r = sscanf(integers[i], "%i", &d);
        printf(" %d %d;", r, d);
        r = sscanf(integers[i], "%u", &u);
        printf(" %d %u;", r, u);
        r = sscanf(integers[i], "%o", &o);
        printf(" %d %d;", r, o);
        r = sscanf(integers[i], "%x", &x);
        printf(" %d %x;", r, x);
        r = sscanf(integers[i], "%ld", &l);
        printf(" %d %ld\n", r, l);
    }
    char a[20] = "-", b[20] = "-", c[4] = "--";
    int n = -1, r;
    r = sscanf("  hello world", "%3s%n%19s", a, &n, b);
    printf("%d %s %d %s\n", r, a, n, b);
    r = sscanf("abc123", "%[a-c]%[^0-1]%2c", a, b, c);
    printf("%d %s %s\n", r, a, b);
    r = sscanf("abc]x-y", "%[]abc]%[x-]%[^x]", a, b, c);
    printf("%d %s %s %s\n", r, a, b, c);
    int minutes = -1;
    r = sscanf("12:34,56", "%2d:%2d,%*d", &n, &minutes);
    printf("%d %d %d\n", r, n, minutes);
    r = sscanf("5%", "%d%%", &n);
    printf("%d\n", r);
    r = sscanf("5 x", "%d y", &n);
    printf("%d\n", r);
    signed char hh = 0;
    short h = 0;
    intmax_t j = 0;
    size_t z = 0;
    r = sscanf("1 2 3 4", "%hhd %hd %jd %zu", &hh, &h, &j, &z);
    printf("%d %d %d %jd %zu\n", r, hh, h, j, z);
    wchar_t wide[8];
    r = sscanf("wide", "%7ls", wide);
    printf("%d %ls\n", r, wide);
    char *made = NULL;
    r = sscanf("allocated here", "%ms", &made);
    printf("%d %s\n", r, made);
    free(made);
    r = sscanf("k=v", "%m[^=]=%*c", &made);
    printf("%d %s\n", r, made);
    free(made);
    int first = -1, second = -1;
    r = sscanf("1 2", "%2$d %1$d", &first, &second);
    printf("%d %d %d\n", r, first, second);
    r = sscanf("", "%d", &n);
    printf("%d\n", r);
    r = sscanf("   ", " %c", c);
    printf("%d\n", r);
    float f = 0;
    long double ld = 0;
    r = sscanf("1.25 2.5", "%f %Lf", &f, &ld);
    printf("%d %g %Lg\n", r, f, ld);
    return 0;
}
