#include <string.h>

int main(void)
{
    char *text;
    strcpy(text, "hi"); //~ uninitialized-read
    return 0;
}
