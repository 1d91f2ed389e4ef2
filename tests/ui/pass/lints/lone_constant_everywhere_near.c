#include <assert.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define DEBUG 2
#define LIMIT 4

int main(void)
{
    char c = 'b';
    int n = 3, m = 0;
    bool on = true;
    assert(n == 3 && "n is three");
    for (int i = 0; i < 3 && 1; i++)
        m++;
    if (n == 3 || DEBUG)
        puts("talks");
    if (n < LIMIT && DEBUG)
        puts("talks");
    if (on == (n || m))
        puts("both truths");
    if (n == (3 | 4))
        puts("bits");
    if (on == (m || 2 > n))
        puts("an outcome");
    if (strcmp("a", "b") || c == 'b')
        puts("differ");
    switch (c) {
    case 'a' | 'b':
    case 'b':
        puts("b");
        break;
    }
    printf("%d\n", m);
    return 0;
}
