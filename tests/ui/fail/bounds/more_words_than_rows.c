//@ stdin: a b c d e f\n
#include <stdio.h>
#define MAX 4

int main(void)
{
    char words[MAX][16];
    int n = 0;
    while (scanf("%15s", words[n]) == 1) //~ out-of-bounds
        n++;
    printf("%d\n", n);
    return 0;
}
