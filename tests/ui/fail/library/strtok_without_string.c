#include <string.h>

int main(void)
{
    strtok(NULL, " "); //~ bad-argument
    return 0;
}
