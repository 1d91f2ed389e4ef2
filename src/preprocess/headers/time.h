#pragma once
typedef unsigned long size_t;
typedef long time_t;
typedef long clock_t;
typedef int clockid_t;
#undef NULL
#define NULL ((void *)0)
#define CLOCKS_PER_SEC ((clock_t)1000000)
#define TIME_UTC 1
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define TIMER_ABSTIME 1
#ifndef __cglass_timespec
#define __cglass_timespec
struct timespec { time_t tv_sec; long tv_nsec; };
#endif
struct tm {
	int tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday, tm_isdst;
	long tm_gmtoff;
	const char *tm_zone;
};
clock_t clock(void);
double difftime(time_t end, time_t start);
time_t mktime(struct tm *tm);
time_t timelocal(struct tm *tm);
time_t timegm(struct tm *tm);
time_t time(time_t *result);
int timespec_get(struct timespec *result, int base);
char *asctime(const struct tm *tm);
char *ctime(const time_t *time);
struct tm *gmtime(const time_t *time);
struct tm *localtime(const time_t *time);
size_t strftime(char *restrict s, size_t n, const char *restrict format, const struct tm *restrict tm);
char *asctime_r(const struct tm *restrict tm, char *restrict s);
char *ctime_r(const time_t *restrict time, char *restrict s);
struct tm *gmtime_r(const time_t *restrict time, struct tm *restrict result);
struct tm *localtime_r(const time_t *restrict time, struct tm *restrict result);
int clock_gettime(clockid_t clock, struct timespec *result);
int clock_getres(clockid_t clock, struct timespec *result);
void tzset(void);
extern long timezone;
extern int daylight;
extern char *tzname[2];
int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted, struct timespec *left);
#ifdef _XOPEN_SOURCE
char *strptime(const char *restrict s, const char *restrict format, struct tm *restrict tm);
#elif defined _GNU_SOURCE
char *strptime(const char *restrict s, const char *restrict format, struct tm *restrict tm);
#endif
int nanosleep(const struct timespec *wanted, struct timespec *left);
