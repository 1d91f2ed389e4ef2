/* A pointer is read where an integer was stored (6.5p7). */
#include <stdio.h>

int main(void)
{
    int target = 7;
    long where = (long)&target;
    int *p = *(int **)&where; //~ effective-type
    printf("%d\n", *p);
    return 0;
}
