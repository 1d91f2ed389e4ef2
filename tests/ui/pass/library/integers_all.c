#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *end;
    const char *texts[] = {"", "  42", "-0x1F", "0777z", "+", "9223372036854775808", "-9223372036854775809", "0x", "z", "18446744073709551616"};
    for (int i = 0; i < 10; ++i) {
        for (int base = 0; base <= 36; base += base ? 4 : 8) {
            errno = 0;
            long l = strtol(texts[i], &end, base);
            printf("%ld %td %d, ", l, end - texts[i], errno);
            errno = 0;
            unsigned long u = strtoul(texts[i], &end, base);
            printf("%lu %td %d\n", u, end - texts[i], errno);
        }
    }
    printf("%lld %llu\n", strtoll("-77", NULL, 8), strtoull("77", NULL, 8));
    printf("%lld %llu\n", strtoq("-5", NULL, 10), strtouq("5", NULL, 10));
    imaxdiv_t d = imaxdiv(-17, 5);
    printf("%jd %jd %jd\n", d.quot, d.rem, imaxabs(-9));
    printf("%jd %ju\n", strtoimax("-12", NULL, 0), strtoumax("12", NULL, 0));
    printf("%g %g %Lg\n", strtod("1e400", &end), (double)strtof("0x1.8p1", NULL), strtold("-inf", NULL));
    return 0;
}
