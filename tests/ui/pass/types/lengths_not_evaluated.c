/* The length of an array type in the operand that is not evaluated is not
   known, so nothing can be said about it. */
#include <stdio.h>

int main(void)
{
    int u = 5, v = 5;
    if ((0 ? (int (*)[u])NULL : (int (*)[v])NULL) != (int (*)[u])NULL)
        puts("not null");
    puts("done");
    return 0;
}
