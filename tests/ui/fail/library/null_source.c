#include <string.h>

int main(void)
{
    char text[4];
    const char *from = NULL;
    memcpy(text, from, sizeof text); //~ null-dereference
    return 0;
}
