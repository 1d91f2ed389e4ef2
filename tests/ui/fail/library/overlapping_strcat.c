#include <string.h>

int main(void)
{
    char text[20] = "abc";
    strcat(text, text); //~ overlapping-copy
    return 0;
}
