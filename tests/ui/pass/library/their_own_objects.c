#include <stdio.h>
#include <time.h>

int main(void)
{
    time_t start = 0;
    struct tm *day = gmtime(&start);
    day->tm_year = 101;
    char *text = asctime(day);
    text[24] = '.';
    puts(text);
    return 0;
}
