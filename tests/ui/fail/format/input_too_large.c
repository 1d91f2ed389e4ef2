#include <stdio.h>

int main(void)
{
    int n = 0;
    unsigned char byte = 0;
    if (scanf("%d", &n) == 1) //~ bad-argument
        printf("%d\n", n);
    if (scanf("%hhu", &byte) == 1) //~ bad-argument
        printf("%d\n", byte);
    return 0;
}
//@ stdin: 99999999999 256\n
