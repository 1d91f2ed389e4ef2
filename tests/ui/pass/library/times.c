#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>

static void show(const struct tm *tm)
{
    char text[256];
    strftime(text, sizeof text, "%a %A %b %B %c %C %d %D %e %F %g %G %h %H %I %j %k %l %m %M %p %P %r %R %s %S %T %u %U %V %w %W %x %X %y %Y %z %Z %%", tm);
    printf("%s\n", text);
}

int main(void)
{
    time_t moments[] = {0, 951826154, 1234567890, 4102444799, -86400 * 365};
    tzset();
    for (int i = 0; i < 5; ++i) {
        struct tm tm;
        show(gmtime_r(&moments[i], &tm));
        char text[64];
        printf("%s%s", asctime_r(&tm, text), asctime(&tm));
        printf("%d\n", timegm(&tm) == moments[i]);
        show(gmtime(&moments[i]));
    }
    struct tm odd = {.tm_year = 124, .tm_mon = 13, .tm_mday = -3, .tm_hour = 49, .tm_min = 70, .tm_sec = -5};
    time_t made = mktime(&odd);
    printf("%ld %d-%d-%d %d:%d:%d %d %d\n", (long)made, odd.tm_year, odd.tm_mon, odd.tm_mday, odd.tm_hour, odd.tm_min, odd.tm_sec, odd.tm_wday, odd.tm_yday);
    char line[64];
    printf("%s%s", ctime(&moments[1]), ctime_r(&moments[2], line));
    struct tm local;
    printf("%d %d\n", localtime(&moments[1])->tm_hour, localtime_r(&moments[2], &local)->tm_min);
    printf("%.1f\n", difftime(moments[2], moments[1]));

    struct tm read;
    memset(&read, 0, sizeof read);
    char *rest = strptime("2024-02-29 13:45:07 tail", "%Y-%m-%d %H:%M:%S", &read);
    printf("[%s] %d %d %d %d %d %d %d %d\n", rest, read.tm_year, read.tm_mon, read.tm_mday, read.tm_hour, read.tm_min, read.tm_sec, read.tm_wday, read.tm_yday);
    memset(&read, 0, sizeof read);
    rest = strptime("Tue, 5 March 99 03:04 PM", "%a, %d %B %y %I:%M %p", &read);
    printf("[%s] %d %d %d %d %d %d\n", rest, read.tm_year, read.tm_mon, read.tm_mday, read.tm_hour, read.tm_min, read.tm_wday);
    printf("%d\n", strptime("nonsense", "%d", &read) == NULL);

    time_t now = time(NULL);
    struct timespec spec, other;
    struct timeval value;
    printf("%d %d\n", timespec_get(&spec, TIME_UTC), clock_gettime(CLOCK_REALTIME, &other));
    gettimeofday(&value, NULL);
    printf("%d %d %d\n", spec.tv_sec - now < 3, other.tv_sec - now < 3, value.tv_sec - now < 3);
    printf("%d", clock_getres(CLOCK_MONOTONIC, &spec));
    printf(" %ld\n", spec.tv_nsec);
    clock_t before = clock();
    struct timespec little = {0, 1000};
    printf("%d %d %d\n", nanosleep(&little, NULL), clock_nanosleep(CLOCK_MONOTONIC, 0, &little, NULL), usleep(10));
    printf("%u %d\n", sleep(0), clock() >= before);
    struct tms tms;
    struct rusage usage;
    printf("%d %d\n", times(&tms) > 0, getrusage(RUSAGE_SELF, &usage));
    return 0;
}
