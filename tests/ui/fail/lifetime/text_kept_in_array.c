//@ stdin: Ann Bob\n
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
char *names[5];
int n = 0;
void addName(void)
{
    char buf[20];
    if (scanf("%19s", buf) != 1) return;
    names[n] = buf;
    n++;
}
int main(void)
{
    addName();
    addName();
    for (int i = 0; i < n; i++)
        printf("%s\n", names[i]); //~ use-after-return
    return 0;
}
