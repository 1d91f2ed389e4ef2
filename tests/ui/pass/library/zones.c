// Local time by TZ (POSIX 8.3); the program sets it itself.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void show(const char *zone, time_t when)
{
    setenv("TZ", zone, 1);
    tzset();
    char text[64];
    struct tm *tm = localtime(&when);
    strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %Z %z", tm);
    printf("%-32s %s %d %ld\n", zone, text, tm->tm_isdst, tm->tm_gmtoff);
    printf("    %s %s %ld %d", tzname[0], tzname[1], timezone, daylight);
    printf(" %s", mktime(tm) == when ? "and back" : "and not back");
    printf(" %s", ctime(&when));
}

int main(void)
{
    printf("%s %s\n", tzname[0], tzname[1]);
    const char *berlin = "CET-1CEST,M3.5.0,M10.5.0/3";
    show("UTC", 1700000000);
    show("UTC0", 0);
    show(berlin, 1711846799);
    show(berlin, 1711846800);
    show(berlin, 1720000000);
    show("EST5EDT,M3.2.0,M11.1.0", 1720000000);
    show("EST5EDT,M3.2.0,M11.1.0", 1700000000);
    show("AEST-10AEDT,M10.1.0,M4.1.0/3", 1704067200);
    show("AEST-10AEDT,M10.1.0,M4.1.0/3", 1720000000);
    show("<+0545>-5:45", 86400);
    show("XYZ3XYS,J60/1,J300", 1709200000);
    show("ABC-2:30:15", 1e9);
    setenv("TZ", berlin, 1);
    // An hour of winter time in summer is the hour after it.
    struct tm tm = {.tm_year = 124, .tm_mon = 6, .tm_mday = 1, .tm_hour = 12, .tm_isdst = 0};
    printf("%ld", (long)mktime(&tm));
    printf(" %d %d\n", tm.tm_hour, tm.tm_isdst);
    tm = (struct tm){.tm_year = 124, .tm_mon = 6, .tm_mday = 1, .tm_hour = 12, .tm_isdst = -1};
    printf("%ld", (long)mktime(&tm));
    printf(" %d %d %s\n", tm.tm_hour, tm.tm_isdst, tm.tm_zone);
    return 0;
}
