#include <stdio.h>
#include <string.h>

int main(void)
{
    char letters[3] = {'a', 'b', 'c'};
    if (memchr(letters, 'x', 4) == NULL) //~ out-of-bounds
        puts("none");
    return 0;
}
