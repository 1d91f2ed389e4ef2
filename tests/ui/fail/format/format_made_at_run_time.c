#include <stdio.h>
#include <string.h>

int main(void)
{
    char format[10] = "%d";
    strcat(format, "%s\n");
    printf(format, 1, 2); //~ format-mismatch
    return 0;
}
