#include <stdio.h>
#include <time.h>

int main(void)
{
    char year[5], small[4];
    time_t now = 0;
    if (strftime(year, sizeof year, "%Y", gmtime(&now)) > 0)
        puts(year);
    if (strftime(small, sizeof small, "%Y", gmtime(&now)) == 0)
        puts("too long");
    struct tm day = {.tm_year = 100, .tm_mon = 11, .tm_mday = 31};
    fputs(asctime(&day), stdout);
    return 0;
}
