#include <stdio.h>
int main(void)
{
    int x = 4, done = 0;
    if (!x == 0)
        puts("set");
    if (!x == done)
        puts("equal");
    if ((!x) == 2 || !(x == 3))
        puts("not three");
    if (!x == '\0' && !x == -done)
        puts("not zero");
    return !done == 1 ? 0 : 1;
}
