#include <string.h>

int main(void)
{
    int from[4] = {1, 2, 3, 4}, to[5];
    memcpy(to, from, sizeof to); //~ out-of-bounds
    return to[0];
}
