#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("%d %d\n", atoi("2147483647"), atoi("-2147483648 and more"));
    printf("%ld\n", atol("-9223372036854775808"));
    // strtol is the one that tells.
    errno = 0;
    long value = strtol("99999999999999999999", NULL, 10);
    printf("%d %d\n", value == LONG_MAX, errno == ERANGE);
    return 0;
}
