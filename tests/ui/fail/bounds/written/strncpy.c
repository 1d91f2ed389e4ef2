#include <string.h>

int main(void)
{
    char word[4];
    strncpy(word, "ab", 5); //~ out-of-bounds
    return 0;
}
