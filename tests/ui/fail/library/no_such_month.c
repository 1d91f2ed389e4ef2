#include <stdio.h>
#include <time.h>

int main(void)
{
    struct tm day = {.tm_year = 100, .tm_mon = 12, .tm_mday = 1};
    fputs(asctime(&day), stdout); //~ bad-argument
    return 0;
}
