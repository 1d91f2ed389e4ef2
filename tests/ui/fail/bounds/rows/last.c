#include <string.h>

int main(void)
{
    char names[3][6];
    strcpy(names[2], "abcdef"); //~ out-of-bounds
    return 0;
}
