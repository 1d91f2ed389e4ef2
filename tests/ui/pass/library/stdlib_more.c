#define _GNU_SOURCE
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int order(const void *a, const void *b, void *sign)
{
    return *(const int *)sign * (*(const int *)a - *(const int *)b);
}

static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

int main(void)
{
    printf("%s %s %ld %ld\n", l64a(123456), l64a(0), a64l("dO0/"), a64l("/."));
    char text[40];
    printf("%s %s\n", gcvt(3.14159265, 4, text), gcvt(1e30, 6, text + 20));
    char *page = valloc(100);
    printf("%d\n", (int)((uintptr_t)page % 4096));
    free(page);
    char *block = memalign(64, 10);
    printf("%d %d\n", (int)((uintptr_t)block % 64), malloc_usable_size(block) >= 10);
    free(block);
    block = aligned_alloc(32, 64);
    printf("%d\n", (int)((uintptr_t)block % 32));
    free(block);
    void *other;
    printf("%d %d\n", posix_memalign(&other, 3, 8), posix_memalign(&other, 128, 8));
    free(other);
    int *many = reallocarray(NULL, 4, sizeof *many);
    many = realloc(many, 8 * sizeof *many);
    for (int i = 0; i < 8; ++i) {
        many[i] = i * 5 % 8;
    }
    int sign = -1;
    qsort_r(many, 8, sizeof *many, order, &sign);
    printf("%d %d\n", many[0], many[7]);
    qsort(many, 8, sizeof *many, compare);
    int key = 3;
    printf("%td\n", (int *)bsearch(&key, many, 8, sizeof key, compare) - many);
    free(many);
    char *zeros = calloc(3, 2);
    printf("%d\n", zeros[5]);
    free(zeros);
    div_t d = div(-7, 2);
    ldiv_t l = ldiv(-7L, -2L);
    lldiv_t ll = lldiv(7LL, -2LL);
    printf("%d %d %ld %ld %lld %lld\n", d.quot, d.rem, l.quot, l.rem, ll.quot, ll.rem);
    printf("%d %ld %lld\n", abs(-4), labs(-5L), llabs(-6LL));
    printf("%d %ld %lld %g\n", atoi("12x"), atol(" -3"), atoll("99"), atof("2.5e3"));
    return 0;
}
