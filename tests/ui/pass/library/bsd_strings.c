//@ native: no, because these two are in a library of their own
#include <stdio.h>
#include <bsd/string.h>

int main(void)
{
    char a[8];
    size_t n = strlcpy(a, "hello", sizeof a);
    printf("%zu %s\n", n, a);
    n = strlcat(a, " world", sizeof a);
    printf("%zu %s\n", n, a);
    return 0;
}
