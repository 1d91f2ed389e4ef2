/* A pointer to what is gone is no value at all (6.2.4p2): who wants all that is
   undefined told hears of it although nobody follows the pointer. */
//@ options: -W all=error
#include <stdlib.h>

int main(void)
{
    int *p = malloc(sizeof *p);
    free(p);
    int *q = p; //~ dangling-pointer
    (void)q;
    return 0;
}
