#include <stdlib.h>

static int *counter;

static void count(void)
{
    *counter += 1; //~ null-dereference
}

int main(void)
{
    atexit(count);
    return 0;
}
