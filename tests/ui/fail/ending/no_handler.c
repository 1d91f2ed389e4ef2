#include <stdlib.h>

int main(void)
{
    void (*handler)(void) = NULL;
    atexit(handler); //~ null-dereference
    return 0;
}
