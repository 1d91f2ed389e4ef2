#include <stdio.h>

int main(void)
{
    const char *text = NULL;
    printf("%s\n", text); //~ format-mismatch
    return 0;
}
