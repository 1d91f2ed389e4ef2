#include <string.h>

int main(void)
{
    char names[3][6];
    strcpy(names[1], "abcdef"); //~ out-of-bounds
    return 0;
}
