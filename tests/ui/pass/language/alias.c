// gcc's attribute alias: one more name of a function or an object.
#include <stdio.h>

int counter = 3;
extern int tally __attribute__((alias("counter")));

static int twice(int n) { return 2 * n; }
int doubled(int) __attribute__((alias("twice")));
extern __typeof__(doubled) also __attribute__((weak, alias("doubled")));

int main(void)
{
    tally++;
    printf("%d %d %d %d\n", counter, doubled(4), also(5), doubled == also && &tally == &counter);
    return 0;
}
