#include <string.h>

int main(void)
{
    char word[3];
    stpcpy(word, "abc"); //~ out-of-bounds
    return 0;
}
