#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *s = malloc(20);
    if (s == NULL)
        return 1;
    strcpy(s, "  trim me");
    while (*s == ' ')
        s++;
    puts(s);
    free(s); //~ invalid-free
    return 0;
}
