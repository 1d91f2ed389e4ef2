#include <string.h>

int main(void)
{
    char word[6] = "abc";
    strncat(word, "defgh", 3); //~ out-of-bounds
    return 0;
}
