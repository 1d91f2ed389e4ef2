#include <stdio.h>

int main(void)
{
    char bytes[300] = {0};
    fputs("text", (FILE *)bytes); //~ bad-argument
    return 0;
}
