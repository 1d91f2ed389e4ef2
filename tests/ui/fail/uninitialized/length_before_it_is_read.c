//@ stdin: 4\n
#include <stdio.h>
int main(void)
{
    int n, i;
    int a[n]; //~ uninitialized-read
    printf("How many? ");
    scanf("%d", &n);
    for (i = 0; i < n; i++)
        a[i] = i;
    printf("%d\n", a[n - 1]);
    return 0;
}
