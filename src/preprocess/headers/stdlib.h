#pragma once
#if !defined __STRICT_ANSI__ || defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _XOPEN_SOURCE
#include <sys/types.h>
#endif
typedef unsigned long size_t;
typedef int wchar_t;
typedef struct { int quot; int rem; } div_t;
typedef struct { long quot; long rem; } ldiv_t;
typedef struct { long long quot; long long rem; } lldiv_t;
#undef NULL
#define NULL ((void *)0)
#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647
#define MB_CUR_MAX (__ctype_get_mb_cur_max())
double atof(const char *s);
int atoi(const char *s);
long atol(const char *s);
long long atoll(const char *s);
double strtod(const char *restrict s, char **restrict end);
float strtof(const char *restrict s, char **restrict end);
long double strtold(const char *restrict s, char **restrict end);
long strtol(const char *restrict s, char **restrict end, int base);
long long strtoll(const char *restrict s, char **restrict end, int base);
unsigned long strtoul(const char *restrict s, char **restrict end, int base);
unsigned long long strtoull(const char *restrict s, char **restrict end, int base);
long long strtoq(const char *restrict s, char **restrict end, int base);
unsigned long long strtouq(const char *restrict s, char **restrict end, int base);
size_t __ctype_get_mb_cur_max(void);
int rand(void);
void srand(unsigned int seed);
int rand_r(unsigned int *seed);
long random(void);
void srandom(unsigned int seed);
double drand48(void);
long lrand48(void);
long mrand48(void);
void srand48(long seed);
void *malloc(size_t size);
void *calloc(size_t n, size_t size);
void *realloc(void *p, size_t size);
void *reallocarray(void *p, size_t n, size_t size);
void free(void *p);
void *aligned_alloc(size_t alignment, size_t size);
int posix_memalign(void **result, size_t alignment, size_t size);
_Noreturn void abort(void);
int atexit(void (*function)(void));
int at_quick_exit(void (*function)(void));
_Noreturn void exit(int status);
_Noreturn void _Exit(int status);
_Noreturn void quick_exit(int status);
char *getenv(const char *name);
int setenv(const char *name, const char *value, int overwrite);
int unsetenv(const char *name);
void *bsearch(const void *key, const void *base, size_t n, size_t size, int (*compare)(const void *, const void *));
void qsort(void *base, size_t n, size_t size, int (*compare)(const void *, const void *));
int abs(int n);
long labs(long n);
long long llabs(long long n);
div_t div(int numerator, int denominator);
ldiv_t ldiv(long numerator, long denominator);
lldiv_t lldiv(long long numerator, long long denominator);
int mblen(const char *s, size_t n);
int mbtowc(wchar_t *restrict wc, const char *restrict s, size_t n);
int wctomb(char *s, wchar_t wc);
size_t mbstowcs(wchar_t *restrict to, const char *restrict from, size_t n);
size_t wcstombs(char *restrict to, const wchar_t *restrict from, size_t n);
double erand48(unsigned short state[3]);
long nrand48(unsigned short state[3]);
long jrand48(unsigned short state[3]);
unsigned short *seed48(unsigned short state[3]);
void lcong48(unsigned short parameters[7]);
struct drand48_data { unsigned short __x[3], __old_x[3], __c, __init; unsigned long long __a; };
int srand48_r(long seed, struct drand48_data *state);
int drand48_r(struct drand48_data *restrict state, double *restrict result);
int lrand48_r(struct drand48_data *restrict state, long *restrict result);
int mrand48_r(struct drand48_data *restrict state, long *restrict result);
int putenv(char *assignment);
int clearenv(void);
void *valloc(size_t size);
int mkstemp(char *template);
char *realpath(const char *restrict path, char *restrict resolved);
long a64l(const char *s);
char *l64a(long n);
char *gcvt(double x, int digits, char *s);
#define alloca(size) __builtin_alloca(size)
#ifdef _GNU_SOURCE
char *secure_getenv(const char *name);
void qsort_r(void *base, size_t n, size_t size, int (*compare)(const void *, const void *, void *), void *context);
#endif
