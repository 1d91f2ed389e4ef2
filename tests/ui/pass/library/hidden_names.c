#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>


int main(void)
{
    struct tm tm = {.tm_year = 70, .tm_mday = 2};
    printf("%zu %ld %d\n", __ctype_get_mb_cur_max(), (long)timelocal(&tm), *__errno_location());
    return 0;
}
