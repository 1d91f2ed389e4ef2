#include <stdio.h>
#include <time.h>

int main(void)
{
    char year[4] = "";
    time_t now = 0;
    strftime(year, sizeof year, "%Y", gmtime(&now));
    puts(year); //~ uninitialized-read
    return 0;
}
