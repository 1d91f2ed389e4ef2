#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    char *end;
    printf("%d %d %ld %g\n", atoi("42abc"), atoi("x"), atol("-99"), atof("2.5e1"));
    long n = strtol("  0x1Fz", &end, 0);
    printf("%ld %s\n", n, end);
    printf("%lu %g %s\n", strtoul("777", NULL, 8), strtod("1e-2rest", &end), end);
    errno = 0;
    n = strtol("99999999999999999999", NULL, 10);
    printf("%ld %d\n", n, errno == ERANGE);
    printf("%d %ld\n", abs(-5), labs(-6L));
    div_t d = div(-7, 2);
    printf("%d %d\n", d.quot, d.rem);
    return 0;
}
