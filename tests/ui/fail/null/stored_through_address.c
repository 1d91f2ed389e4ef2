// What a function stores through the address is not seen in the text: the
// declaration is not told as the place where it became null.
#include <stdlib.h>

static void fill(int **where)
{
    *where = NULL;
}

int main(void)
{
    int n = 0;
    int *p = &n;
    fill(&p);
    return *p; //~ null-dereference
}
