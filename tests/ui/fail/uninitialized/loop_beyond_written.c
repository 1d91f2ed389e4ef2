#include <stdio.h>

int main(void)
{
    int found[4], n = 0;
    for (int i = 1; i < 4; i++)
        found[n++] = i;
    for (int i = 0; i <= n; i++)
        printf("%d\n", found[i]); //~ uninitialized-read
    return 0;
}
