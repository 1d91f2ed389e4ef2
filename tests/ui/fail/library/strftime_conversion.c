#include <stdio.h>
#include <time.h>

int main(void)
{
    char text[20];
    time_t now = 0;
    strftime(text, sizeof text, "%Q", gmtime(&now)); //~ bad-argument
    puts(text);
    return 0;
}
