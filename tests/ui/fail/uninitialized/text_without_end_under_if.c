#include <stdio.h>
#include <stdlib.h>
int main(void)
{
    char *s = malloc(4);
    int n = 3;
    for (int i = 0; i < n; i++)
        s[i] = 'a';
    if (n > 2)
        printf("%s\n", s); //~ uninitialized-read
    free(s);
    return 0;
}
