#include <stdio.h>
#include <stdlib.h>

int length(const char *s)
{
    int n = 0;
    while (s[n] != '\0') //~ uninitialized-read
        n++;
    return n;
}

void copy(char *to, const char *from)
{
    int i = 0;
    while (from[i] != '\0') {
        to[i] = from[i];
        i++;
    }
}

int main(void)
{
    char *s = malloc(10);
    copy(s, "abc");
    printf("%d\n", length(s));
    free(s);
    return 0;
}
