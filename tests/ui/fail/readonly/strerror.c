#include <string.h>

int main(void)
{
    char *text = strerror(2);
    text[0] = 'x'; //~ readonly-write
    return 0;
}
