//@ stdin: a\nb\nc\nd\n
#include <stdio.h>
#include <string.h>
struct rec { char name[12]; int n; };
int main(void)
{
    struct rec list[3];
    int n = 0;
    while (fgets(list[n].name, 12, stdin) != NULL) { //~ out-of-bounds
        list[n].n = n;
        n++;
    }
    printf("%d\n", n);
    return 0;
}
