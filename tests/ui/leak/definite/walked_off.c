/* A pointer that has left the start cannot be given to free. */
#include <stdlib.h>

static void copy(const char *from)
{
    char *to = malloc(6); //~ leak: definite 6
    while (*from)
        *to++ = *from++;
    *to = 0;
} //~ lost: scope

int main(void)
{
    copy("hello");
    return 0;
}
