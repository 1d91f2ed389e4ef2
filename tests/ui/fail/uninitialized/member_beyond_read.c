//@ stdin: a 1\nb 2\n
#include <stdio.h>
struct item { char name[10]; int qty; };
int main(void)
{
    struct item items[10];
    int n = 0, total = 0;
    while (n < 10 && scanf("%9s %d", items[n].name, &items[n].qty) == 2)
        n++;
    for (int i = 0; i <= n; i++)
        total += items[i].qty; //~ uninitialized-read
    printf("%d\n", total);
    return 0;
}
