// 6.7.3.1: a restrict pointer beside a plain one: other bytes, only read, based on it
//@ options: -W all=error
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fill(char *restrict to, char *end)
{
    while (to < end)
        *to++ = 'x';
    *end = '\0';
}

static int twice(const int *restrict p, const int *q)
{
    return *p + *q;
}

static int through(int *restrict p, int *q)
{
    q = p + 1;
    *q = 7;
    return p[1];
}

static char *kept;
static void keep(char *restrict a, char *b)
{
    kept = b;
    a[0] = 'a';
}

int main(void)
{
    char word[8];
    fill(word, word + 7);
    int d[4] = {1, 2, 3, 4};
    printf("%s %d %d\n", word, twice(d, d), through(d, d));
    char *block = malloc(2);
    if (!block)
        return 1;
    strcpy(block, "b");
    keep(block, block);
    printf("%s %d\n", kept, kept == block);
    free(kept);
    return 0;
}
